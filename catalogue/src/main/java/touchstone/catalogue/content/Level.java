package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A level of seniority, from the first to the last. */
public enum Level {
    /** Works on tasks that others cut. */
    JUNIOR("junior"),

    /** Owns a feature. */
    MID("mid"),

    /** Owns a system. */
    SENIOR("senior"),

    /** Sets the direction of several teams. */
    STAFF("staff");

    private final String id;

    Level(String id) {
        this.id = id;
    }

    /**
     * The constant with this id.
     *
     * @throws IllegalArgumentException when there is none, with a sentence that names those there are
     */
    @JsonCreator
    public static Level of(String id) {
        return Arrays.stream(values())
                .filter(known -> known.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown level '" + id + "'; known: "
                        + Arrays.stream(values()).map(Level::id).collect(Collectors.joining(", "))));
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
