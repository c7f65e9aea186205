package touchstone.runner.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers, times and names as people read them. */
final class Figures {

    private static final Map<String, String> ABBREVIATIONS =
            Map.of("ai", "AI", "api", "API", "apis", "APIs", "llm", "LLM", "ml", "ML", "rag", "RAG");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final double WHOLE_FROM = 1_000;
    private static final String SHARE = "share of ";

    private Figures() {}

    /** Three digits, or all digits before the point: 0.0123, 1.27, 1,240. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "not measured";
        }
        if (Math.abs(value) >= WHOLE_FROM) {
            return whole(Math.round(value));
        }
        return BigDecimal.valueOf(value)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String whole(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** A score or points: at most one decimal. */
    static String points(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The value without its unit; a share becomes a percentage. */
    static String bare(double value, String unit) {
        return unit.startsWith(SHARE) ? number(100 * value) + " %" : number(value);
    }

    /** A measured value with its unit; a share becomes a percentage. */
    static String measured(double value, String unit) {
        return unit.startsWith(SHARE)
                ? bare(value, unit) + " of " + unit.substring(SHARE.length())
                : number(value) + " " + unit;
    }

    static String seconds(long micros) {
        return micros < 0 ? "-" : String.format(Locale.ENGLISH, "%.2f s", micros / 1e6);
    }

    static String millis(double millis) {
        return Double.isFinite(millis) ? number(millis) + " ms" : "not measured";
    }

    /** An ISO 8601 instant as a date; anything else as it is. */
    static String date(String instant) {
        try {
            return DATE.format(Instant.parse(instant));
        } catch (DateTimeException _) {
            return instant;
        }
    }

    /** {@code cost-and-latency} becomes "Cost and latency", {@code ai-security} "AI security". */
    static String title(String id) {
        String words = Arrays.stream(id.strip().split("-"))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String clip(String text, int length) {
        return text.length() <= length
                ? text
                : text.substring(0, length) + " ... (" + whole(text.length() - length) + " more characters)";
    }

    /** A position, in tenths, kept within the scale. */
    static double percent(double value) {
        return tenth(Math.clamp(value, 0, 100));
    }

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
