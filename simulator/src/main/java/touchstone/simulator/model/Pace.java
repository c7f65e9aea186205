package touchstone.simulator.model;

/**
 * How fast a simulated model is: {@code overhead + uncached input tokens × prefill + output tokens × decode}, times
 * log-normal noise, times load. Microseconds.
 *
 * @param overheadMicros before anything else
 * @param prefillMicros per input token that is not in the prefix cache
 * @param decodeMicros per output token
 * @param noise standard deviation of the logarithm of the noise factor (0 is exact)
 * @param loadFactor how much slower the model is at {@code loadCalls} calls at once, linear from 1
 * @param loadCalls number of calls at once that counts as full load
 */
public record Pace(
        long overheadMicros, long prefillMicros, long decodeMicros, double noise, double loadFactor, int loadCalls) {}
