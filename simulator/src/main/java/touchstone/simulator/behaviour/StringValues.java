package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import touchstone.chance.Chance;

/** Strings that fit a JSON Schema, out of a message where they can be, otherwise out of keyed chance. */
record StringValues(Phrases phrases, Chance chance) {

    private static final int USUAL_LENGTH = 300;
    private static final Set<String> WHOLE_TEXT =
            Set.of("query", "q", "question", "text", "input", "prompt", "search", "message", "request");
    private static final List<String> PLAIN_WORDS = List.of("amber", "birch", "cedar", "delta", "ember", "fjord");

    /** Whether a text may stand where the schema asks for a string. */
    static boolean isFree(JsonNode schema, String text) {
        return !schema.has("format")
                && text.length() >= schema.path("minLength").asInt(0)
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && matches(schema, text);
    }

    /** @param name of the field, a hint at what belongs there */
    String fit(JsonNode schema, String name) {
        if (schema.path("format").isString()) {
            return formatted(schema.path("format").stringValue());
        }
        List<String> candidates = candidates(name);
        return candidates.stream()
                .filter(text -> isFree(schema, text) && text.length() <= USUAL_LENGTH)
                .findFirst()
                .orElseGet(() -> stretched(
                        candidates.getLast(),
                        schema.path("minLength").asInt(0),
                        schema.path("maxLength").asInt(USUAL_LENGTH)));
    }

    private List<String> candidates(String name) {
        List<String> candidates = new ArrayList<>(phrases.quotations());
        String lower = name.toLowerCase(Locale.ROOT);
        if (WHOLE_TEXT.contains(lower)) {
            candidates.add(String.join(" ", phrases.words()));
        }
        phrases.after(name).ifPresent(candidates::add);
        if (lower.matches(".*(?:id|code|number|date|time)$")) {
            phrases.words().stream().filter(word -> word.matches(".*\\d.*")).forEach(candidates::add);
        }
        candidates.addAll(phrases.names());
        candidates.addAll(phrases.words().reversed());
        candidates.removeIf(String::isBlank);
        candidates.add(chance.oneOf(PLAIN_WORDS));
        return candidates;
    }

    private String formatted(String format) {
        RandomGenerator draws = chance.generator();
        String date = "2026-%02d-%02d".formatted(draws.nextInt(1, 13), draws.nextInt(1, 29));
        String time = "%02d:%02d:00Z".formatted(draws.nextInt(24), draws.nextInt(60));
        String word = chance.oneOf(PLAIN_WORDS);
        return switch (format) {
            case "date" -> date;
            case "time" -> time;
            case "date-time" -> date + "T" + time;
            case "duration" -> "PT" + draws.nextInt(1, 60) + "M";
            case "email", "idn-email" -> word + "@example.org";
            case "hostname", "idn-hostname" -> word + ".example.org";
            case "uri", "url", "uri-reference", "iri" -> "https://example.org/" + word;
            case "ipv4" -> "192.0.2." + draws.nextInt(1, 255);
            case "ipv6" -> "2001:db8::" + draws.nextInt(1, 10);
            case "uuid" ->
                new UUID((draws.nextLong() & ~0xF000L) | 0x4000L, (draws.nextLong() >>> 2) | Long.MIN_VALUE).toString();
            default -> word;
        };
    }

    private static String stretched(String text, int least, int most) {
        String longer = text.repeat(Math.max(1, Math.ceilDiv(Math.min(least, 10_000), text.length())));
        return longer.substring(0, Math.max(0, Math.min(longer.length(), Math.max(most, 0))));
    }

    private static boolean matches(JsonNode schema, String text) {
        if (!schema.path("pattern").isString() || text.length() > USUAL_LENGTH) {
            return true;
        }
        try {
            return Pattern.compile(schema.path("pattern").stringValue())
                    .matcher(text)
                    .find();
        } catch (PatternSyntaxException unknown) {
            return true;
        }
    }
}
