package touchstone.simulator.wire;

import tools.jackson.core.io.JsonStringEncoder;

/** Writes JSON text where a tree of nodes would be too slow. */
final class Json {

    private Json() {}

    /** Appends a JSON string with its quotes. */
    static StringBuilder quote(StringBuilder to, String text) {
        to.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, to);
        return to.append('"');
    }

    static String quote(String text) {
        return quote(new StringBuilder(text.length() + 16), text).toString();
    }
}
