package touchstone.runner.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchstone.measurement.interval.Quantile;
import touchstone.runner.Outcome;
import touchstone.runner.lab.Day;
import touchstone.runner.run.RunLog.ItemRecord;

/**
 * Tells a run whose measurement was disturbed by the machine from one that was not. What the simulator or the driver was late
 * must never be held against a solution.
 */
public final class Steadiness {

    /** More than this at the 95th percentile, and the run is repeated. */
    private static final double MOST_LATENESS_MILLIS = 250;

    /** More than this between the medians of the reference calls before and after. */
    private static final double MOST_DRIFT_MILLIS = 60;

    /** What the ledger calls a call that the simulator could not serve through its own fault. */
    private static final String SIMULATOR_ERROR = "simulator-error";

    private Steadiness() {}

    /** The recording itself, or, where it was disturbed, the same with an infrastructure error as its outcome. */
    static Recording check(Recording recording) {
        if (!(recording.outcome() instanceof Outcome.Scored)) {
            return recording;
        }
        return disturbance(recording)
                .map(cause -> recording.withOutcome(new Outcome.InfraError(cause)))
                .orElse(recording);
    }

    private static Optional<String> disturbance(Recording recording) {
        long ours = recording.ledger().stream()
                .filter(entry -> entry.served().fault().equals(SIMULATOR_ERROR))
                .count();
        if (ours > 0) {
            return Optional.of("The simulated model itself failed in " + ours + " calls; run it again and report it.");
        }
        double driver = percentile(driverLatenesses(recording), 0.95);
        if (driver > MOST_LATENESS_MILLIS) {
            return Optional.of("The machine was too busy to send the requests on time (95 % within "
                    + Math.round(driver) + " ms of their time); run it again with nothing else running.");
        }
        double simulator = percentile(simulatorLatenesses(recording), 0.95);
        if (simulator > MOST_LATENESS_MILLIS) {
            return Optional.of("The machine was too busy for the simulated model (95 % of its answers within "
                    + Math.round(simulator) + " ms of their time); run it again with nothing else running.");
        }
        Session.References references = recording.session().referenceMillis();
        double drift = percentile(references.after(), 0.5) - percentile(references.before(), 0.5);
        if (drift > MOST_DRIFT_MILLIS) {
            return Optional.of("The reference calls took " + Math.round(drift)
                    + " ms longer after the run than before it; run it again with nothing else running.");
        }
        return Optional.empty();
    }

    /**
     * How much later than planned each item was sent, in milliseconds. What waited for a restarted program is counted from
     * the moment when the program was ready.
     */
    public static List<Double> driverLatenesses(Recording recording) {
        RunLog log = recording.log();
        List<Day.Phase> restarts =
                log.phases().stream().filter(Day.Phase::restart).toList();
        List<Double> latenesses = new ArrayList<>();
        for (ItemRecord record : log.items()) {
            long planned = record.item().arrivalMicros();
            for (Day.Phase phase : restarts) {
                planned = phase.startMicros() <= record.item().arrivalMicros()
                        ? Math.max(planned, ready(log, phase))
                        : planned;
            }
            latenesses.add((record.sentMicros() - planned) / 1_000.0);
        }
        return latenesses;
    }

    /** When the first item after a restart was sent: it waits longest, and all that wait are sent with it. */
    private static long ready(RunLog log, Day.Phase restart) {
        return log.items().stream()
                .filter(record -> record.item().arrivalMicros() >= restart.startMicros())
                .mapToLong(ItemRecord::sentMicros)
                .min()
                .orElse(restart.startMicros());
    }

    /** How much later than planned the simulator began to answer each call, in milliseconds. */
    public static List<Double> simulatorLatenesses(Recording recording) {
        return recording.solutionCalls().stream()
                .map(entry -> entry.times().lateMicros() / 1_000.0)
                .toList();
    }

    /** Quantile of values; 0 of none. */
    public static double percentile(List<Double> values, double p) {
        return values.isEmpty()
                ? 0
                : Quantile.of(values.stream().mapToDouble(Double::doubleValue).toArray(), p);
    }
}
