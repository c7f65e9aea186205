package touchstone.simulator.behaviour;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a field of an asked-for JSON object stands for, told by its name and by the type of its value. */
enum Meaning {
    ABSTAINED(
            "abstain|unanswerable|insufficient|unknown|refus|declin|cannot.?answer|no.?answer|not.?found|missing|dont.?know|idk"),
    ANSWERED(
            "answerable|answered|found|can.?answer|has.?answer|sufficient|supported|grounded|in.?context|enough|is.?known"),
    CONFIDENCE("confiden|certain|probab|score|likelihood"),
    REASON("reason|explan|rational|thought|analysis|why|think|justif|steps|comment"),
    QUOTE("quot|excerpt|evidence|snippet|span|sentence|verbatim|extract|proof|text|content|support"),
    LABEL("doc|source|cit|ref|id$|ids$|label|passage|chunk|index|number|file|name|title|^n$"),
    OTHER("");

    private static final Pattern ID = Pattern.compile("(?:^|_|[a-z])(?:[Ii]ds?|ID)$|^[Ii]ds?$");
    private static final Pattern MANY = Pattern.compile(
            "cit|source|ref|quot|evidence|doc|passage|support|used|ids$|excerpt|proof|chunk" + "|snippet|footnote");

    private final Pattern name;

    Meaning(String name) {
        this.name = Pattern.compile(name);
    }

    /** Of a field that holds one thing of this JSON type. */
    static Meaning of(String name, String type) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (type) {
            case "boolean" -> first(lower, ABSTAINED, ANSWERED);
            case "number" -> first(lower, CONFIDENCE);
            case "integer" -> first(lower, CONFIDENCE, LABEL);
            case "string" ->
                ID.matcher(name).find() ? LABEL : first(lower, ABSTAINED, ANSWERED, CONFIDENCE, REASON, QUOTE, LABEL);
            default -> OTHER;
        };
    }

    /** Whether a list of this name holds sources. */
    static boolean isSources(String name) {
        return MANY.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a field of this name in an example says that an answer or a judgement is wanted. */
    static boolean isOutput(String name) {
        return name.toLowerCase(Locale.ROOT)
                .matches(
                        "answer.*|.*citations?|sources|quotes?|.*abstain.*|confidence|.*quer(?:y|ies)|.*score.*|.*relevan.*|ranking"
                            + "|.*rank.*|summary|reason.*|explanation|response|result|keywords|sub_?questions|questions?|grade|order"
                            + "|verdict|supported|found|output|evidence|documentId|docId|quote|document_id|steps");
    }

    private static Meaning first(String lower, Meaning... meanings) {
        for (Meaning meaning : meanings) {
            if (meaning.name.matcher(lower).find()) {
                return meaning;
            }
        }
        return OTHER;
    }
}
