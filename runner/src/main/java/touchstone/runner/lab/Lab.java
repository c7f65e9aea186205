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

    /** Pictures for the report, beside the criteria; as pure as {@link #measure}. */
    default List<Figure> figures(RunLog log, List<LedgerEntry> ledger) {
        return List.of();
    }

    /**
     * Whether a day of this seed is as hard as the lab means it to be. A lab whose days vary checks it here; validation
     * takes certified seeds only.
     */
    default boolean certifies(long seed) {
        return true;
    }
}
