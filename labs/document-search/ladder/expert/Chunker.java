import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a document where its author did: at paragraphs and table rows. Short neighbours are joined, long paragraphs are cut
 * between sentences and share one sentence, a table's header is repeated over every piece of it.
 */
final class Chunker {

    /** About 110 word pieces with the title: the small embedding model sees no more than 126. */
    private static final int WORDS = 70;

    private static final int ROWS = 6;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[\"”)]?\\s+(?=[\\p{Lu}\\d\"“(])");

    private final Document document;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String heading = "";

    private Chunker(Document document) {
        this.document = document;
    }

    static List<Passage> cut(Document document) {
        return new Chunker(document).passages();
    }

    static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    static boolean isRow(String line) {
        return line.indexOf('|') >= 0 && line.indexOf('|') != line.lastIndexOf('|') || line.indexOf('\t') >= 0;
    }

    static List<String> sentences(String paragraph) {
        List<String> sentences = new ArrayList<>();
        Matcher ends = SENTENCE_END.matcher(paragraph);
        int from = 0;
        while (ends.find()) {
            sentences.add(paragraph.substring(from, ends.start()).strip());
            from = ends.end();
        }
        sentences.add(paragraph.substring(from).strip());
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    private List<Passage> passages() {
        for (String block : document.body().split("\\n\\s*\\n", -1)) {
            List<String> lines = block.lines().filter(line -> !line.isBlank()).toList();
            if (lines.isEmpty()) {
                continue;
            }
            if (lines.stream().filter(Chunker::isRow).count() >= 2) {
                table(lines);
            } else if (lines.size() == 1 && isHeading(lines.getFirst())) {
                close();
                heading = lines.getFirst()
                        .replaceFirst("^#+\\s*", "")
                        .replaceFirst(":$", "")
                        .strip();
            } else {
                text(lines);
            }
        }
        close();
        if (passages.isEmpty()) {
            add(document.title());
        }
        return passages;
    }

    private static boolean isHeading(String line) {
        return line.startsWith("#")
                || words(line) <= 8 && !line.matches(".*[.!?;,]\\s*$") && !line.matches("\\s*[-*•].*");
    }

    private void table(List<String> lines) {
        close();
        int first = 0;
        while (!isRow(lines.get(first))) {
            first++;
        }
        String lead = String.join("\n", lines.subList(0, first));
        String header = lines.get(first);
        List<String> rows = new ArrayList<>(lines.subList(first + 1, lines.size()));
        rows.removeIf(row -> row.matches("[\\s|:+=-]+"));
        for (int from = 0; from < rows.size(); from += ROWS) {
            String part = String.join("\n", rows.subList(from, Math.min(rows.size(), from + ROWS)));
            add((lead.isEmpty() ? "" : lead + "\n") + header + "\n" + part);
        }
    }

    /** Lines that end in a full stop or begin like a list item are pieces of their own; others were only wrapped. */
    private void text(List<String> lines) {
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines) {
            boolean item = line.matches("\\s*(?:[-*•]|\\d{1,2}[.)])\\s.*");
            if (item && !paragraph.isEmpty()) {
                paragraph(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
        }
        paragraph(paragraph.toString());
    }

    private void paragraph(String paragraph) {
        if (words(paragraph) <= WORDS) {
            if (openWords() + words(paragraph) > WORDS) {
                close();
            }
            open.add(paragraph);
            return;
        }
        close();
        List<String> part = new ArrayList<>();
        for (String sentence : sentences(paragraph)) {
            if (!part.isEmpty() && words(String.join(" ", part)) + words(sentence) > WORDS) {
                add(String.join(" ", part));
                part = new ArrayList<>(List.of(part.getLast()));
            }
            part.add(sentence);
        }
        add(String.join(" ", part));
    }

    private int openWords() {
        return open.stream().mapToInt(Chunker::words).sum();
    }

    private void close() {
        if (!open.isEmpty()) {
            add(String.join("\n", open));
            open.clear();
        }
    }

    private void add(String text) {
        passages.add(new Passage(document, passages.size(), heading, text));
    }
}
