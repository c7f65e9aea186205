package touchstone.simulator.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import touchstone.simulator.Scenario;
import touchstone.simulator.model.ModelCard;
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

    private static final Duration FIRST_BYTE = Duration.ofMinutes(10);
    private static final Duration TOTAL = Duration.ofMinutes(30);
    private static final Price UNKNOWN = new Price(0, 0, 0);

    /** @throws IllegalArgumentException when the address, the key or the cap cannot be used; the key is not in its message */
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
        if (apiKey.isEmpty() || !apiKey.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new IllegalArgumentException("an upstream key is one word of ASCII characters");
        }
        if (spendCapMicros < 1) {
            throw new IllegalArgumentException("an upstream needs a spend cap above 0");
        }
    }

    /** The prices of a scenario, ten minutes to the first byte, thirty to the last. */
    public static UpstreamSettings of(URI baseUrl, String apiKey, long spendCapMicros, Scenario scenario) {
        Map<String, Price> prices = scenario.models().stream()
                .collect(Collectors.toMap(ModelCard::id, ModelCard::price, (first, last) -> last));
        return new UpstreamSettings(
                baseUrl, apiKey, spendCapMicros, model -> prices.getOrDefault(model, UNKNOWN), FIRST_BYTE, TOTAL);
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
