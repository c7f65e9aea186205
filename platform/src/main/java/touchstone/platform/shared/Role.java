package touchstone.platform.shared;

/** What a person may do in an organisation; one person may hold several, a candidate holds one. */
public enum Role {
    /** Accounts, settings, the audit log. Sees no ratings that others would not see. */
    ADMINISTRATOR,
    /** Recruiter or coordinator: openings, candidates, schedules. Sees ratings from the debrief on. */
    RECRUITER,
    /** Owns openings and plans, leads the debrief, decides. */
    HIRING_MANAGER,
    /** Interviews, takes notes, submits scorecards; sees only applications that they are on. */
    INTERVIEWER,
    /** An interviewer from outside the hiring team whose veto a plan may honour. */
    BAR_RAISER,
    /** Signs in by a link and sees only their own applications. */
    CANDIDATE
}
