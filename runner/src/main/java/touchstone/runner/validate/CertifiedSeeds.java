package touchstone.runner.validate;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import touchstone.runner.RunnerException;

/** The first seeds that a lab certifies. Those for calibration and those for validation never overlap. */
final class CertifiedSeeds {

    private static final long FIRST_CALIBRATION_SEED = 101;
    private static final long FIRST_VALIDATION_SEED = 201;
    private static final long END = 2_001;

    private CertifiedSeeds() {}

    /** @throws RunnerException when too few of the seeds 101 to 200 are certified */
    static List<Long> forCalibration(LongPredicate certifies, int count) {
        return first(certifies, FIRST_CALIBRATION_SEED, FIRST_VALIDATION_SEED, count);
    }

    /** @throws RunnerException when too few of the seeds 201 to 2000 are certified */
    static List<Long> forValidation(LongPredicate certifies, int count) {
        return first(certifies, FIRST_VALIDATION_SEED, END, count);
    }

    private static List<Long> first(LongPredicate certifies, long first, long end, int count) {
        List<Long> certified = LongStream.range(first, end)
                .filter(certifies)
                .limit(count)
                .boxed()
                .toList();
        if (certified.size() < count) {
            throw new RunnerException("the lab certifies only " + certified.size() + " of the seeds " + first + " to "
                    + (end - 1) + ", but " + count + " are needed");
        }
        return certified;
    }
}
