package touchstone.simulator.upstream;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Tokens of one call.
 *
 * @param estimated true when the server did not say and they were estimated from the number of characters
 */
public record UpstreamUsage(int inputTokens, int cachedInputTokens, int outputTokens, boolean estimated) {

    private static final int CHARACTERS_PER_TOKEN = 3;

    /** The {@code usage} object of a response body or of a stream's last chunk. */
    static Optional<UpstreamUsage> in(JsonNode body) {
        JsonNode usage = body.path("usage");
        if (!usage.isObject()) {
            return Optional.empty();
        }
        int input = Math.max(0, usage.path("prompt_tokens").asInt(0));
        int cached = usage.path("prompt_tokens_details").path("cached_tokens").asInt(0);
        int output = Math.max(0, usage.path("completion_tokens").asInt(0));
        return Optional.of(new UpstreamUsage(input, Math.clamp(cached, 0, input), output, false));
    }

    /** On the high side, so that a server that says nothing still uses up the cap. */
    static UpstreamUsage estimated(long charactersIn, long charactersOut) {
        return new UpstreamUsage(
                (int) Math.ceilDiv(charactersIn, CHARACTERS_PER_TOKEN),
                0,
                (int) Math.ceilDiv(charactersOut, CHARACTERS_PER_TOKEN),
                true);
    }
}
