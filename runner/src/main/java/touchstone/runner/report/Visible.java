package touchstone.runner.report;

/** Makes a text safe to look at: what would change the terminal, the direction of reading or the encoding is shown instead. */
final class Visible {

    private static final char PICTURE_OF_NUL = '\u2400';
    private static final char REPLACEMENT = '\ufffd';

    private Visible() {}

    /** Line feeds and tabs stay; other controls become their pictures, the rest of the troublemakers U+FFFD. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> visible.appendCodePoint(replace(point)));
        return visible.toString();
    }

    private static int replace(int point) {
        if (point == '\n' || point == '\t') {
            return point;
        }
        if (point < ' ') {
            return PICTURE_OF_NUL + point;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> REPLACEMENT;
            case Character.FORMAT -> point == 0x200d ? point : REPLACEMENT;
            default -> point;
        };
    }
}
