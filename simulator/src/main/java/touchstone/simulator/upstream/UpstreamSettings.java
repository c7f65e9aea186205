package touchstone.simulator.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import touchstone.simulator.model.Price;

/**
 * Where a real server is and how much may be spent there.
 *
 * @param baseUrl such as {@code https://api.example.org/v1}; http or https, without query or user
 * @param apiKey the host's key; it never appears in texts or answers
 * @param spendCapMicros most micro-units that may be spent, above 0; calls already under way when it is reached still end
 * @param prices price of a model by its id, in the same micro-units
 * @param firstByteTimeout longest wait for the response's headers
 * @param totalTimeout longest whole response
 */
public record UpstreamSettings(
        URI baseUrl,
        String apiKey,
        long spendCapMicros,
        Function<String, Price> prices,
        Duration firstByteTimeout,
        Duration totalTimeout) {

    /** @throws IllegalArgumentException when the address or the cap cannot be used */
    public UpstreamSettings {
        String scheme = String.valueOf(baseUrl.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https"))
                || baseUrl.getHost() == null
                || baseUrl.getRawQuery() != null
                || baseUrl.getRawFragment() != null
                || baseUrl.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an upstream address is http or https with a host and nothing after the path");
        }
        if (spendCapMicros < 1) {
            throw new IllegalArgumentException("an upstream needs a spend cap above 0");
        }
    }

    URI address(Upstream.Endpoint endpoint) {
        return URI.create(baseUrl.toString().replaceFirst("/+$", "") + endpoint.path());
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "UpstreamSettings[" + baseUrl + ", cap " + spendCapMicros + " micro-units]";
    }
}
