package touchstone.catalogue.plan;

/**
 * Something in a plan that a person should look at. It forbids nothing.
 *
 * @param code stable
 * @param sentence what is the matter, with names and numbers
 * @param why why it matters
 */
public record PlanWarning(Code code, String sentence, String why) {

    /** What a warning is about. */
    public enum Code {
        /** A weighted competency is in no stage. */
        UNCOVERED_COMPETENCY("uncovered-competency"),
        /** No stage rates a competency of the topic evaluation. */
        NO_EVALUATION("no-evaluation"),
        /** A question, or its kind, is not for the plan's role. */
        OUT_OF_BOUNDS("question-out-of-bounds"),
        /** A limited kind fills too much of the screens. */
        OVER_LIMIT("kind-over-limit"),
        /** More interviews than candidates accept. */
        TOO_MANY_ROUNDS("too-many-rounds"),
        /** Labs carry too much of the weight. */
        LABS_TOO_HEAVY("labs-too-heavy"),
        /** A stage is shorter than its questions. */
        STAGE_TOO_SHORT("stage-too-short"),
        /** A stage has nobody to hold it. */
        NO_POOL("no-pool"),
        /** The bar raiser has a veto but no stage. */
        NO_BAR_RAISER("no-bar-raiser"),
        /** A stage rates nothing. */
        NOTHING_RATED("nothing-rated"),
        /** The plan refers to something that the catalogue does not hold. */
        UNKNOWN("unknown-reference");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** In kebab case. */
        public String id() {
            return id;
        }
    }
}
