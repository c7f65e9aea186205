package touchstone.platform.interview;

/** What an interviewer says overall. */
public enum Recommendation {
    STRONG_NO,
    NO,
    YES,
    STRONG_YES
}
