package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchstone.simulator.behaviour.Prompt.Span;

/**
 * The labelled passages of a prompt. A label is what stands before a passage to name it: an attribute or a child of an
 * XML-like tag, a field of a JSON object, a number or id in brackets at the beginning of a line, a line such as
 * {@code id: D12}, a heading, or a number with a full stop. The strongest kind of label that a prompt uses counts; the order
 * is that of this list.
 */
final class Passages {

    private static final String NAME =
            "(?:documents?|docs?|passages?|sources?|chunks?|contexts?|snippets?|results?|excerpts?|texts?|candidates?|articles?"
                + "|records?|items?|notes?|pages?|hits?|evidence)";
    private static final String LABEL = "([\\p{L}\\d][\\p{L}\\d_.:#/-]{0,79})";

    /** The kinds of label, the strongest first; group 1 is the label. */
    private static final List<Pattern> KINDS = List.of(
            pattern("<" + NAME
                    + "\\b[^<>\\n]{0,200}?\\b(?:id|doc_?id|document_?id|documentid|source|ref|name|index|number|n"
                    + "|label|title)\\s*=\\s*[\"']([^\"'<>\\n]{1,80})[\"'][^<>\\n]{0,200}>"),
            pattern("<(?:id|source|doc_?id|document_?id|index|ref)>\\s*([^<>\\n]{1,80}?)\\s*</"),
            pattern("\"(?:id|doc_?id|document_?id|source|ref|label|index)\"\\s*:\\s*\"?([^\",}\\n"
                    + "]{1,80}?)\"?\\s*[,}\\n"
                    + "]"),
            pattern("(?m)^[ \\t>*-]{0,4}(?:" + NAME + "[ #:]{0,2})?[\\[【](?:" + NAME
                    + "[ _]?(?:id)?[ :#=]{1,2}|id[ :#=]{1,2})?" + LABEL + "[\\]】]"),
            pattern("(?m)^[ \\t>*#=-]{0,8}" + NAME + "[ \\t]*(?:(?:id|no\\.?|number)[ \\t]*)?[#:(]?[ \\t]*"
                    + "((?=[\\p{L}_.:#/-]*\\d)[\\p{L}\\d][\\p{L}\\d_.:#/-]{0,79}?)"
                    + "(?=[ \\t]*(?:[):—–,(|*\\n-]|[.:](?:\\s|$)|$))"),
            pattern("(?m)^[ \\t>*#-]{0,6}\"?"
                    + "(?:document[ _]?id|doc[ _]?id|id|source|document|doc|ref(?:erence)?|file|label)\"?"
                    + "[ \\t]*[:=][ \\t]*[\"'`\\[]?" + LABEL),
            pattern("(?m)^(?:#{1,6}|={2,}|-{2,}|\\*{2,}|~{2,})[ \\t]*\\(?((?=[\\p{L}_.:#/-]*[\\d-])"
                    + LABEL.substring(1) + "(?=[ \\t]*(?:[):—–|,*=\\n-]|$))"),
            pattern("(?m)^[ \\t]{0,3}\\(((?=[\\p{L}_.:#/-]*\\d)" + LABEL.substring(1) + "\\)"),
            pattern("(?m)^[ \\t]{0,3}(\\d{1,3})[.):][ \\t]"));

    private static final int NUMBERED = KINDS.size() - 1;
    private static final int JSON = 2;
    private static final int NAMED = 4;
    private static final int KEY = 5;

    /** Where the first passage begins in prompts that name the source behind each passage. */
    private static final Pattern CONTENT = pattern("(?m)^[ \\t]*(?:page[ _]?)?content[ \\t]*:");

    private static final Pattern NO_LABEL =
            pattern("\\d{1,2}:\\d{2}(?::\\d{2})?|\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|x|id"
                    + "|doc(?:ument)?[-_]?ids?|label|source|number|n|i|string|int|integer|inst|context|todo|n/a");
    private static final Pattern ID_IN_HEADER =
            pattern("\\b(?:doc(?:ument)?[ _]?id|id|source|document|doc|ref)\"?[ \\t]*[:=][ \\t]*[\"'`\\[]?" + LABEL);
    private static final Pattern END = pattern("(?m)\\n"
        + "\\s*(?:</|-{3,}|={3,}|\\*{3,}|\"\"\"|```|(?:(?:the |user'?s? |my"
        + " )?(?:question|query|task|request|instructions?|answer|output|response|ranking|relevant|grade|score|search"
        + " query)\\b[^\\n"
        + ":]{0,20}:|(?:rank|rate|score|grade|return|give|list|output|answer|which|respond|reply|now|based"
        + " on|only|use|summari[sz]e)\\b[^\\n"
        + "]{0,300}\\s*\\z))");
    private static final int HEADER = 160;

    /**
     * @param label as it stands in the prompt
     * @param from first character behind the label
     * @param to behind its last character
     */
    record Passage(String label, int from, int to) {}

    private final Prompt prompt;
    private final List<Passage> passages = new ArrayList<>();
    private final boolean json;

    Passages(Prompt prompt) {
        this.prompt = prompt;
        int kind = 0;
        while (kind < KINDS.size() && passages.isEmpty()) {
            find(kind);
            kind++;
        }
        json = kind - 1 == JSON && !passages.isEmpty();
    }

    private void find(int kind) {
        for (int number = 0; number < prompt.messages().size(); number++) {
            String role = prompt.messages().get(number).role();
            if (!role.equals("assistant")) {
                find(kind, number);
            }
        }
        if (kind == NUMBERED && passages.size() == 1) {
            passages.clear();
        }
    }

    private void find(int kind, int number) {
        int start = prompt.startOf(number);
        String text = prompt.messages().get(number).text();
        boolean instructs = !prompt.messages().get(number).role().equals("user") && number != prompt.lastUser();
        List<int[]> bounds = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        Matcher labelled = KINDS.get(kind).matcher(text);
        while (labelled.find()) {
            String label = labelled.group(1).strip().replaceFirst("[.:]+$", "");
            boolean inOrder = kind != NUMBERED || label.equals(Integer.toString(labels.size() + 1));
            if (inOrder && !label.isEmpty() && !NO_LABEL.matcher(label).matches()) {
                bounds.add(new int[] {labelled.start(), labelled.end()});
                labels.add(label);
            }
        }
        if (instructs && kind == NUMBERED) {
            return;
        }
        Matcher content = CONTENT.matcher(text);
        if ((kind == KEY || kind == NAMED)
                && !bounds.isEmpty()
                && content.find()
                && content.end() < bounds.getFirst()[0]) {
            for (int i = 0; i < bounds.size(); i++) {
                int from = i == 0 ? content.end() : bounds.get(i - 1)[1];
                passages.add(new Passage(labels.get(i), start + from, start + bounds.get(i)[0]));
            }
            return;
        }
        for (int i = 0; i < bounds.size(); i++) {
            int from = bounds.get(i)[1];
            int to = i + 1 < bounds.size() ? bounds.get(i + 1)[0] : text.length();
            if (i + 1 == bounds.size()) {
                Matcher end = END.matcher(text).region(Math.min(from, to), to);
                to = end.find() ? end.start() : to;
            }
            passages.add(new Passage(labels.get(i), start + from, start + to));
        }
    }

    List<Passage> all() {
        return passages;
    }

    /**
     * The label of the passage that holds this place: the last one before it in the same message.
     *
     * @param idWanted whether an id that stands in the passage's heading is better than its number
     */
    Optional<String> labelAt(Span span, boolean idWanted) {
        int character = prompt.words().start(span.from());
        Optional<Passage> holder = Optional.empty();
        for (Passage passage : passages) {
            if (passage.from() <= character && prompt.messageAt(passage.from()) == prompt.messageAt(character)) {
                holder = Optional.of(passage);
            }
        }
        return holder.map(passage -> idWanted ? idOf(passage) : passage.label());
    }

    /** The id that stands in the passage's heading; its label when none does, or when the label is no mere number. */
    String idOf(Passage passage) {
        if (!passage.label().matches("\\d+")) {
            return passage.label();
        }
        int to = Math.min(passage.to(), passage.from() + HEADER);
        Matcher id = ID_IN_HEADER.matcher(prompt.text()).region(passage.from(), Math.max(passage.from(), to));
        return id.find() ? id.group(1).replaceFirst("[.:]+$", "") : passage.label();
    }

    /** A place of the prompt as a reader quotes it: without the escapes of JSON and XML around it. */
    String quote(Span span) {
        return plain(prompt.at(span));
    }

    String textOf(Passage passage) {
        return plain(prompt.text().substring(passage.from(), Math.max(passage.from(), passage.to())));
    }

    private String plain(String text) {
        String read = text;
        if (json && read.indexOf('\\') >= 0) {
            read = read.replace("\\n", "\n")
                    .replace("\\t", "\t")
                    .replace("\\\"", "\"")
                    .replace("\\/", "/")
                    .replace("\\\\", "\\");
        }
        if (read.indexOf('&') >= 0) {
            read = read.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }
        return read;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
