package touchstone.plots;

import java.util.Locale;

/** Writes one drawing. Texts are escaped; numbers have one decimal. */
final class Svg {

    static final int WIDTH = 480;

    private static final int LONGEST_LABEL = 18;

    private final StringBuilder body = new StringBuilder();

    String end(Caption caption, double height) {
        return "<svg class=\"plot\" role=\"img\" aria-label=\""
                + escaped(caption.title() + ". " + caption.description())
                + "\" viewBox=\"0 0 " + WIDTH + " " + number(height) + "\"><title>" + escaped(caption.title())
                + "</title><desc>" + escaped(caption.description()) + "</desc>" + body + "</svg>";
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        body.append("<line class=\"" + style + "\" x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\""
                + number(x2) + "\" y2=\"" + number(y2) + "\"/>");
        return this;
    }

    Svg box(String style, double x, double y, double width, double height) {
        body.append("<rect class=\"" + style + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\""
                + number(Math.max(0, width)) + "\" height=\"" + number(Math.max(0, height)) + "\"/>");
        return this;
    }

    Svg dot(String style, double x, double y, double radius, String words) {
        body.append("<circle class=\"" + style + "\" cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\""
                + number(radius) + "\"><title>" + escaped(words) + "</title></circle>");
        return this;
    }

    Svg path(String style, String steps) {
        body.append("<path class=\"" + style + "\" d=\"" + steps + "\"/>");
        return this;
    }

    /** A text; anchor is start, middle or end. */
    Svg text(String style, String anchor, double x, double y, String words) {
        body.append("<text class=\"" + style + "\" text-anchor=\"" + anchor + "\" x=\"" + number(x) + "\" y=\""
                + number(y) + "\">" + escaped(words) + "</text>");
        return this;
    }

    static String label(String name) {
        return name.length() <= LONGEST_LABEL ? name : name.substring(0, LONGEST_LABEL - 1) + "…";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A value for a person: two decimals. */
    static String said(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String escaped(String text) {
        return text.replaceAll("\\p{Cc}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
