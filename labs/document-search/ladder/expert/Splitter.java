import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a document into statements. Headings and table headers become context; a sentence that leans on the one before keeps it. */
final class Splitter {

    private static final int MOST_WORDS = 60;
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?])[\"”)]?\\s+(?=[\\p{Lu}\\d\"“(<\\[])");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*•>]|\\d{1,2}[.)])\\s+.*");
    private static final Pattern LEANS = Pattern.compile("(?i)(?:it|its|this|that|these|those|they|their|he|she|there)\\b.*");
    private static final Pattern RULER = Pattern.compile("[\\s|:+=_-]+");

    private final Document document;
    private final List<Statement> statements = new ArrayList<>();
    private String heading = "";
    private String tableHead = "";
    private String before = "";

    private Splitter(Document document) {
        this.document = document;
    }

    static List<Statement> split(Document document) {
        return new Splitter(document).statements();
    }

    static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    static boolean isRow(String line) {
        return line.indexOf('|') != line.lastIndexOf('|') || line.indexOf('\t') >= 0;
    }

    private List<Statement> statements() {
        for (String block : document.body().split("\\n\\s*\\n", -1)) {
            block(block);
            before = "";
        }
        if (statements.isEmpty()) {
            add(document.title(), heading);
        }
        return statements;
    }

    private void block(String block) {
        StringBuilder open = new StringBuilder();
        boolean inTable = false;
        for (String line : block.lines().filter(line -> !line.isBlank()).toList()) {
            if (isRow(line)) {
                prose(open);
                row(line.strip(), inTable);
                inTable = true;
                continue;
            }
            if (line.startsWith("#")) {
                prose(open);
                heading = line.replaceFirst("^#+\\s*", "").strip();
                continue;
            }
            if (ITEM.matcher(line).matches() || open.length() > 0 && open.charAt(open.length() - 1) == ':') {
                prose(open);
            }
            open.append(open.isEmpty() ? "" : "\n").append(line.strip());
        }
        prose(open);
    }

    /** A line of a table; what follows the last bar is no cell. */
    private void row(String line, boolean inTable) {
        if (RULER.matcher(line).matches()) {
            if (!statements.isEmpty() && statements.getLast().isRow()) {
                tableHead = statements.removeLast().text();
            }
            return;
        }
        int end = line.lastIndexOf('|') + 1;
        boolean framed = line.startsWith("|") && end > 1 && end < line.length();
        if (!inTable && !line.startsWith("|")) {
            tableHead = "";
        }
        add(framed ? line.substring(0, end) : line, tableHead.isEmpty() ? heading : tableHead);
        if (framed) {
            prose(new StringBuilder(line.substring(end)));
        }
    }

    private void prose(StringBuilder open) {
        String text = open.toString();
        open.setLength(0);
        if (text.isBlank()) {
            return;
        }
        Matcher ends = SENTENCE_END.matcher(text);
        int from = 0;
        while (ends.find()) {
            sentence(text.substring(from, ends.start()).strip());
            from = ends.end();
        }
        sentence(text.substring(from).strip());
    }

    private void sentence(String text) {
        if (words(text) <= 1 && text.length() < 12) {
            return;
        }
        add(text, heading);
        before = text;
    }

    private void add(String text, String head) {
        boolean leans = !before.isEmpty() && !before.endsWith("?") && !isRow(text) && LEANS.matcher(text).matches() && words(before) < MOST_WORDS;
        statements.add(new Statement(document, statements.size(), head, leans ? before : "", text));
    }
}
