package touchstone.simulator.wire;

/**
 * An embedding model as callers see it.
 *
 * @param id such as {@code sim-embed-small}
 * @param inputTokens most tokens of one text; more is a 400 {@code context_length_exceeded}
 * @param price in micro-units of the simulated currency per thousand tokens
 */
public record EmbeddingCard(String id, int inputTokens, long price) {

    /** Cheap and short-sighted. */
    public static final EmbeddingCard SMALL = new EmbeddingCard("sim-embed-small", 8_192, 10);

    /** Better and dearer. */
    public static final EmbeddingCard LARGE = new EmbeddingCard("sim-embed-large", 8_192, 20);

    /** Price of one call in micro-units, rounded up to a whole unit. */
    public long priceOf(int tokens) {
        return Math.ceilDiv(price * tokens, 1_000L);
    }
}
