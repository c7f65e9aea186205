package touchstone.runner.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.Outcome;
import touchstone.runner.run.RunLog;
import touchstone.runner.score.CriterionResult;

/**
 * What a run showed.
 *
 * @param subject which lab and seed
 * @param score the whole score; empty where nothing was scored
 * @param criteria in the lab's order; empty where nothing was scored
 * @param followUps questions to ask the candidate in the interview
 */
public record Report(
        RunLog.Header subject,
        Outcome outcome,
        Optional<Total> score,
        List<CriterionResult> criteria,
        Cost cost,
        Latency latency,
        List<String> followUps,
        Provenance provenance) {

    /**
     * The whole score, 0 to 100, with its 95 % interval by resampling items, and the scores that the ladder's rungs reached
     * (name to score).
     */
    public record Total(double value, double low, double high, Map<String, Double> rungs) {}

    /** Spend in micro-units of the simulated currency. */
    public record Cost(long totalMicros, long calls, long inputTokens, long outputTokens, double microsPerAnswer) {}

    /**
     * Milliseconds from request to reply over all items that were answered, beside a direct call to the simulator in the same
     * session.
     */
    public record Latency(double p50, double p95, double p99, double referenceP50, double relativeP50) {}

    /**
     * How the numbers came about.
     *
     * @param sandbox provider and what it enforced
     * @param solutionDigest SHA-256 over the solution's files
     * @param machine processors, memory, kernel
     * @param notes anything a reader should know, such as limits that were not enforced
     */
    public record Provenance(
            String touchstoneVersion,
            String sandbox,
            String solutionDigest,
            String machine,
            double driverLatenessP99Millis,
            double simulatorLatenessP99Millis,
            List<String> notes) {}
}
