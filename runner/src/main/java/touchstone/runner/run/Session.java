package touchstone.runner.run;

import java.util.List;

/**
 * What is known about a run beside its log and ledger.
 *
 * @param outcome code of the outcome, such as SCORED
 * @param cause one sentence; empty for a scored run
 * @param sandbox provider and what it enforced
 * @param solutionDigest SHA-256 over the solution's files
 * @param machine processors, memory, kernel
 * @param referenceMillis durations of the direct calls to the simulator, those before the day and those after it
 * @param notes anything a reader should know
 */
public record Session(
        String outcome,
        String cause,
        String touchstoneVersion,
        String sandbox,
        String solutionDigest,
        String machine,
        References referenceMillis,
        List<String> notes) {

    public Session {
        notes = List.copyOf(notes);
    }

    /** Milliseconds on top of the model's own time. */
    public record References(List<Double> before, List<Double> after) {
        public static final References NONE = new References(List.of(), List.of());

        public References {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
