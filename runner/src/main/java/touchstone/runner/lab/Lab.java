package touchstone.runner.lab;

import java.util.List;
import touchstone.runner.run.RunLog;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * The Java side of a lab, found with {@link java.util.ServiceLoader}. The rest of a lab is plain files in its folder.
 */
public interface Lab {

    /** The lab's id, equal to its folder's name and to {@code id} in lab.yaml. */
    String id();

    /** The scripted day for a seed: same seed, same day. {@code quick} is the short form for practice. */
    Day day(long seed, boolean quick);

    /** What is measured, in the order of the report. */
    List<Criterion> criteria();

    /**
     * Measures a finished run, one measure for each criterion in the same order. A pure function: it reads nothing but its
     * arguments.
     */
    List<Measure> measure(RunLog log, List<LedgerEntry> ledger);
}
