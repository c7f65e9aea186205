package touchstone.simulator;

/**
 * A token bucket for requests and one for tokens, for each API key, on one model during one phase.
 *
 * @param phase the phase in which the rule holds; {@code "*"} for all others
 * @param model the model's id; {@code "*"} for all others
 * @param requestsPerMinute refill of the request bucket
 * @param requestBurst its capacity, in requests
 * @param tokensPerMinute refill of the token bucket
 * @param tokenBurst its capacity, in tokens
 */
public record LimitRule(
        String phase, String model, int requestsPerMinute, int requestBurst, int tokensPerMinute, int tokenBurst) {

    /** Wide enough never to bind in a lab. */
    public static final LimitRule WIDE = new LimitRule("*", "*", 60_000, 10_000, 60_000_000, 10_000_000);
}
