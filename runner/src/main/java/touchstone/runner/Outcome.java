package touchstone.runner;

/** How a run ended. Only our own faults are exceptions; what a stranger's program does wrong is one of these. */
public sealed interface Outcome {

    /** Name in report.json. */
    String code();

    /** Exit status of the command line. */
    int exitStatus();

    /** One sentence that a person understands; empty for a scored run. */
    String cause();

    /** The run was measured. */
    record Scored() implements Outcome {
        @Override
        public String code() {
            return "SCORED";
        }

        @Override
        public int exitStatus() {
            return 0;
        }

        @Override
        public String cause() {
            return "";
        }
    }

    /** The program failed: it did not build, did not start, or died. Scores 0. */
    record SolutionFailed(String cause) implements Outcome {
        @Override
        public String code() {
            return "SOLUTION_FAILED";
        }

        @Override
        public int exitStatus() {
            return 1;
        }
    }

    /** There was nothing that could be run. Costs no attempt and has no score. */
    record InvalidSubmission(String cause) implements Outcome {
        @Override
        public String code() {
            return "INVALID_SUBMISSION";
        }

        @Override
        public int exitStatus() {
            return 2;
        }
    }

    /** The measurement itself went wrong; to be repeated. Has no score. */
    record InfraError(String cause) implements Outcome {
        @Override
        public String code() {
            return "INFRA_ERROR";
        }

        @Override
        public int exitStatus() {
            return 3;
        }
    }
}
