package touchstone.simulator.limit;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import touchstone.simulator.LimitRule;

/**
 * The rate limits of a scenario. Every API key has its own pair of buckets for each model under each rule; a phase with its
 * own rule therefore begins with full buckets. Safe for many threads.
 *
 * <p>A call is charged when it is admitted, whatever becomes of it later; a call that is refused is not charged, so that
 * callers who wait as long as they were told do not starve one another.
 */
public final class Limiter {

    private record Owner(String apiKey, String model, LimitRule rule) {}

    private record Buckets(TokenBucket requests, TokenBucket tokens) {}

    private final List<LimitRule> rules;
    private final LongSupplier micros;
    private final ConcurrentMap<Owner, Buckets> buckets = new ConcurrentHashMap<>();

    /** {@code micros} is a clock that never goes back, in microseconds. */
    public Limiter(List<LimitRule> rules, LongSupplier micros) {
        this.rules = List.copyOf(rules);
        this.micros = micros;
    }

    /** Charges one request and these tokens, or says why not. */
    public Admission admit(String apiKey, String phase, String model, int tokens) {
        Buckets pair = buckets(apiKey, phase, model);
        synchronized (pair) {
            long now = micros.getAsLong();
            if (tokens > pair.tokens().capacity()) {
                return new Admission.TooLarge(allowance(pair, now), tokens);
            }
            long waitForRequest = pair.requests().microsUntil(1, now);
            long waitForTokens = pair.tokens().microsUntil(tokens, now);
            if (waitForRequest > 0 || waitForTokens > 0) {
                String bucket = waitForRequest >= waitForTokens ? "requests" : "tokens";
                return new Admission.Refused(allowance(pair, now), bucket, Math.max(waitForRequest, waitForTokens));
            }
            pair.requests().take(1);
            pair.tokens().take(tokens);
            return new Admission.Admitted(allowance(pair, now));
        }
    }

    /** What is left, without charging anything. */
    public Allowance peek(String apiKey, String phase, String model) {
        Buckets pair = buckets(apiKey, phase, model);
        synchronized (pair) {
            return allowance(pair, micros.getAsLong());
        }
    }

    private static Allowance allowance(Buckets pair, long now) {
        return new Allowance(part(pair.requests(), now), part(pair.tokens(), now));
    }

    private static Allowance.Part part(TokenBucket bucket, long now) {
        return new Allowance.Part(bucket.capacity(), bucket.remaining(now), bucket.microsUntil(bucket.capacity(), now));
    }

    private Buckets buckets(String apiKey, String phase, String model) {
        LimitRule rule = rule(phase, model);
        return buckets.computeIfAbsent(new Owner(apiKey, model, rule), owner -> {
            long now = micros.getAsLong();
            return new Buckets(
                    new TokenBucket(rule.requestBurst(), rule.requestsPerMinute(), now),
                    new TokenBucket(rule.tokenBurst(), rule.tokensPerMinute(), now));
        });
    }

    /** The rule of this phase and model; a phase of its own goes before a model of its own. */
    private LimitRule rule(String phase, String model) {
        LimitRule best = LimitRule.WIDE;
        int bestRank = -1;
        for (LimitRule rule : rules) {
            boolean ownPhase = rule.phase().equals(phase);
            boolean ownModel = rule.model().equals(model);
            boolean fits = (ownPhase || rule.phase().equals("*"))
                    && (ownModel || rule.model().equals("*"));
            int rank = (ownPhase ? 2 : 0) + (ownModel ? 1 : 0);
            if (fits && rank > bestRank) {
                best = rule;
                bestRank = rank;
            }
        }
        return best;
    }
}
