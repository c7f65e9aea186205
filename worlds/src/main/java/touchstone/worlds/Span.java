package touchstone.worlds;

/**
 * Where a body states a fact, completely and by itself; in a table, the row.
 *
 * @param fact id of the fact
 * @param start first character, counted from 0
 * @param end one past the last character
 */
public record Span(String fact, int start, int end) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A span covers at least one character, not " + start + " to " + end);
        }
    }

    /** The wording of the statement in this body. */
    public String of(String body) {
        return body.substring(start, end);
    }
}
