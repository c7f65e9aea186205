package touchstone.simulator.model;

/**
 * Price in micro-units of the simulated currency per thousand tokens; whole numbers, so that sums are exact.
 *
 * @param input for input tokens that were not in the prefix cache
 * @param cachedInput for input tokens that were
 * @param output for output tokens
 */
public record Price(long input, long cachedInput, long output) {

    /** Price of one call in micro-units, rounded up to a whole unit. */
    public long of(int inputTokens, int cachedInputTokens, int outputTokens) {
        long thousandths =
                input * (inputTokens - cachedInputTokens) + cachedInput * cachedInputTokens + output * outputTokens;
        return Math.ceilDiv(thousandths, 1_000L);
    }
}
