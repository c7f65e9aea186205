package touchstone.simulator.model;

/**
 * One simulated model. It never pretends to be a real one: ids begin with {@code sim-}.
 *
 * @param id such as {@code sim-medium}
 * @param contextTokens most input and output tokens together; more is a 400 {@code context_length_exceeded}
 */
public record ModelCard(String id, int contextTokens, Price price, Pace pace, Quality quality) {

    /** Cheap and weak. */
    public static final ModelCard SMALL = new ModelCard(
            "sim-small",
            8_192,
            new Price(100, 50, 400),
            new Pace(60_000, 20, 4_000, 0.10, 1.5, 64),
            new Quality(0.93, 0.60, 0.70, 0.92, 0.90, 1_500, 0.95, 0.80));

    /** The middle of the range. */
    public static final ModelCard MEDIUM = new ModelCard(
            "sim-medium",
            32_768,
            new Price(500, 250, 2_000),
            new Pace(90_000, 30, 6_000, 0.10, 1.5, 64),
            new Quality(0.99, 0.80, 0.85, 0.97, 0.96, 4_000, 0.975, 0.95));

    /** Strong and dear. */
    public static final ModelCard LARGE = new ModelCard(
            "sim-large",
            131_072,
            new Price(2_500, 1_250, 10_000),
            new Pace(140_000, 40, 8_000, 0.10, 1.5, 64),
            new Quality(1.00, 0.95, 0.95, 0.995, 0.99, 16_000, 0.99, 0.99));
}
