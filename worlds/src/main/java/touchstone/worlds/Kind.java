package touchstone.worlds;

/** What makes a question hard. The share of each kind is the same in every world of a size. */
public enum Kind {
    /** Names a code that stands in the evidence letter by letter: an error, a part, a model. */
    CODE,
    /** Shares few content words with its evidence. */
    PARAPHRASE,
    /** Answered by one row of a table. */
    TABLE,
    /** Which of two is larger, longer or dearer; needs a fact about each. */
    COMPARISON,
    /** Needs one fact to know what the other is about. */
    TWO_HOP,
    /** Needs every fact of a set, spread over documents. */
    AGGREGATION,
    /** The answer has changed; older documents still give the old one. */
    TIME_DEPENDENT,
    /** Nothing answers it, though something near it is stated. */
    UNANSWERABLE
}
