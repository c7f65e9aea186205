package touchstone.platform.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text of the catalogue as a page shows it. Lines that were broken for the file flow again, lines with four leading
 * spaces are code, lines with a dash are a list, and what stands between backticks is code too. Use it with {@code
 * template.catalogue.prose}.
 */
public record Prose(List<Block> blocks) {

    private static final Pattern ITEM = Pattern.compile("^(?:- |\\d+\\. ).*");

    public Prose {
        blocks = List.copyOf(blocks);
    }

    /** What a block is. */
    public enum Form {
        PARAGRAPH,
        LIST,
        CODE
    }

    /** Lines of the same form: one for a paragraph, one for each item of a list, one for each line of code. */
    public record Block(Form form, List<String> lines) {

        public Block {
            lines = List.copyOf(lines);
        }

        public String code() {
            return String.join("\n", lines).stripTrailing();
        }
    }

    /** A piece of a line. */
    public record Span(String text, boolean code) {}

    public static Prose of(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Form form = Form.PARAGRAPH;
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                if (form == Form.CODE) {
                    lines.add("");
                } else {
                    close(blocks, form, lines);
                    form = Form.PARAGRAPH;
                }
                continue;
            }
            Form here = form(line, form);
            if (here != form) {
                close(blocks, form, lines);
                form = here;
            }
            add(lines, form, line);
        }
        close(blocks, form, lines);
        return new Prose(blocks);
    }

    private static Form form(String line, Form before) {
        if (line.startsWith("    ") && before != Form.LIST) {
            return Form.CODE;
        }
        return ITEM.matcher(line).matches() || (before == Form.LIST && line.startsWith("  "))
                ? Form.LIST
                : Form.PARAGRAPH;
    }

    private static void add(List<String> lines, Form form, String line) {
        boolean begins = switch (form) {
            case CODE -> true;
            case LIST -> ITEM.matcher(line).matches();
            case PARAGRAPH -> lines.isEmpty();
        };
        String kept = switch (form) {
            case CODE -> line.substring(4);
            case LIST -> line.strip().replaceFirst("^- ", "");
            case PARAGRAPH -> line.strip();
        };
        if (begins || lines.isEmpty()) {
            lines.add(kept);
        } else {
            lines.set(lines.size() - 1, lines.getLast() + " " + kept);
        }
    }

    private static void close(List<Block> blocks, Form form, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block(form, lines));
            lines.clear();
        }
    }

    /** A line in pieces of text and of code. */
    public static List<Span> spans(String line) {
        String[] pieces = line.split("`", -1);
        if (pieces.length % 2 == 0) {
            return List.of(new Span(line, false));
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            if (!pieces[i].isEmpty()) {
                spans.add(new Span(pieces[i], i % 2 == 1));
            }
        }
        return spans;
    }
}
