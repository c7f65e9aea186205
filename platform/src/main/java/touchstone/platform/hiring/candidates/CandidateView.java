package touchstone.platform.hiring.candidates;

import java.util.List;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Candidate;

/**
 * One candidate.
 *
 * @param positions openings that they have not applied to
 * @param mayErase whether the reader may erase their data
 */
public record CandidateView(
        Candidate candidate, List<Engagement> engagements, List<Candidacy.Position> positions, boolean mayErase) {}
