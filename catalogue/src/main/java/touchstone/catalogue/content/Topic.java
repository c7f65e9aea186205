package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a competency belongs to. A plan is checked for topics: one without evaluation is warned of. */
public enum Topic {
    /** Finding the evidence. */
    RETRIEVAL("retrieval"),

    /** Building with language models. */
    LLM_SYSTEMS("llm-systems"),

    /** Knowing whether it works. */
    EVALUATION("evaluation"),

    /** Keeping it working. */
    RELIABILITY("reliability"),

    /** What it costs and how long it takes. */
    COST_LATENCY("cost-latency"),

    /** Keeping people and their data from harm. */
    SAFETY("safety"),

    /** Code and systems. */
    ENGINEERING("engineering"),

    /** Models, probability and statistics. */
    FUNDAMENTALS("fundamentals"),

    /** What it runs on. */
    INFRASTRUCTURE("infrastructure"),

    /** Being understood. */
    COMMUNICATION("communication"),

    /** Taking it to the end. */
    OWNERSHIP("ownership"),

    /** Working with others. */
    COLLABORATION("collaboration"),

    /** What it is for. */
    PRODUCT("product");

    private final String id;

    Topic(String id) {
        this.id = id;
    }

    /**
     * The constant with this id.
     *
     * @throws IllegalArgumentException when there is none, with a sentence that names those there are
     */
    @JsonCreator
    public static Topic of(String id) {
        return Arrays.stream(values())
                .filter(known -> known.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown topic '" + id + "'; known: "
                        + Arrays.stream(values()).map(Topic::id).collect(Collectors.joining(", "))));
    }

    /** In kebab case, as files and addresses write it. */
    @JsonValue
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
