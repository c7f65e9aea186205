package touchstone.simulator.behaviour;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a stretch of a message is marked as data: inside XML-like tags, a code fence, triple quotes, quotation marks, a
 * JSON string, a block quotation, or between two ruled lines.
 */
final class DataMarks {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][\\w.:-]{0,60})((?:\\s[^<>\\n]{0,300})?)>");
    private static final Pattern BRACKET_TAG = Pattern.compile("\\[(/?)([A-Z][A-Z_ -]{2,40})\\]");
    private static final Pattern FENCE = Pattern.compile("```|~~~");
    private static final Pattern TRIPLE = Pattern.compile("\"\"\"|'''");
    private static final Pattern RULE = Pattern.compile(
            "(?m)^[ \\t]*(?:([-=*_~+<>])\\1{2,}.*|#{3,}[ \\t]*|\\W{0,6}(?:BEGIN|START|END)(?: OF)?\\b.{0,80})$");

    private DataMarks() {}

    /** @param to behind the last character of the stretch */
    static boolean hold(String message, int from, int to) {
        return isTagged(TAG, message, from, to)
                || isTagged(BRACKET_TAG, message, from, to)
                || isBetween(FENCE, message, from, to)
                || isBetween(TRIPLE, message, from, to)
                || isQuoted(message, from, to)
                || isBlockQuotation(message, from)
                || isRuledOff(message, from, to);
    }

    private static boolean isTagged(Pattern tag, String message, int from, int to) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = tag.matcher(message).region(0, from);
        while (tags.find()) {
            String name = tags.group(2);
            if (tags.group(1).isEmpty()) {
                open.push(name);
            } else {
                boolean closes = open.contains(name);
                while (closes) {
                    closes = !open.pop().equals(name);
                }
            }
        }
        Matcher after = tag.matcher(message).region(to, message.length());
        while (!open.isEmpty() && after.find()) {
            if (!after.group(1).isEmpty() && open.contains(after.group(2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(Pattern mark, String message, int from, int to) {
        boolean inside = false;
        Matcher marks = mark.matcher(message).region(0, from);
        while (marks.find()) {
            inside = !inside;
        }
        return inside && mark.matcher(message).region(to, message.length()).find();
    }

    /** Inside quotation marks that open in the same paragraph, or inside a JSON string. */
    private static boolean isQuoted(String message, int from, int to) {
        int paragraph = Math.max(0, message.lastIndexOf("\n\n", from));
        boolean straight = false;
        int typographic = 0;
        for (int i = paragraph; i < from; i++) {
            char c = message.charAt(i);
            if (c == '"' && (i == 0 || message.charAt(i - 1) != '\\')) {
                straight = !straight;
            } else if (c == '“' || c == '«') {
                typographic++;
            } else if (c == '”' || c == '»') {
                typographic--;
            }
        }
        return (straight && message.indexOf('"', to) >= 0)
                || (typographic > 0 && (message.indexOf('”', to) >= 0 || message.indexOf('»', to) >= 0));
    }

    private static boolean isBlockQuotation(String message, int from) {
        int line = message.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
        return message.startsWith(">", line);
    }

    private static boolean isRuledOff(String message, int from, int to) {
        return RULE.matcher(message).region(0, from).find()
                && RULE.matcher(message).region(to, message.length()).find();
    }
}
