package touchstone.labs.documentsearch;

import java.util.Locale;

/** Numbers as a person writes them. */
final class Words {

    private Words() {}

    static String seconds(long micros) {
        return String.format(Locale.ROOT, micros < 10_000_000 ? "%.1f s" : "%.0f s", micros / 1e6);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** "1 document", "2 documents". */
    static String count(long count, String thing) {
        return count(count, thing, thing + "s");
    }

    static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** A text in one line, cut to a length. */
    static String clipped(String text, int characters) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= characters
                ? line
                : line.substring(0, characters - 1).strip() + "…";
    }
}
