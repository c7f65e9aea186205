package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a question asks the candidate to do. A role may limit a kind or rule it out. */
public enum QuestionKind {
    /** Explain how something works. */
    CONCEPT("concept"),

    /** Write code. */
    CODING("coding"),

    /** Read code or evidence and find what is wrong. */
    DEBUGGING("debugging"),

    /** Design a system. */
    DESIGN("design"),

    /** Talk about a project of one's own. */
    PROJECT("project"),

    /** Tell what one did. */
    BEHAVIOURAL("behavioural"),

    /** Decide what is worth building. */
    BUSINESS_CASE("business-case"),

    /** Find out why a running system fails. */
    TROUBLESHOOTING("troubleshooting"),

    /** Explain to somebody. */
    COMMUNICATION("communication"),

    /** Explain how models are trained and judged. */
    FUNDAMENTALS("fundamentals"),

    /** Solve an algorithm puzzle. */
    PUZZLE("puzzle"),

    /** Recall a fact. */
    TRIVIA("trivia");

    private final String id;

    QuestionKind(String id) {
        this.id = id;
    }

    /**
     * The constant with this id.
     *
     * @throws IllegalArgumentException when there is none, with a sentence that names those there are
     */
    @JsonCreator
    public static QuestionKind of(String id) {
        return Arrays.stream(values())
                .filter(known -> known.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown question kind '" + id + "'; known: "
                        + Arrays.stream(values()).map(QuestionKind::id).collect(Collectors.joining(", "))));
    }

    /** In kebab case, as files and addresses write it. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Whether requirements may be kept back until the candidate asks. */
    public boolean keepsRequirementsBack() {
        return this == DESIGN || this == BUSINESS_CASE || this == TROUBLESHOOTING;
    }

    @Override
    public String toString() {
        return id;
    }
}
