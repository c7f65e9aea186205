package touchstone.worlds;

import java.time.Instant;
import java.util.List;

/**
 * A text of the company.
 *
 * @param id unique in the world; says nothing about the document
 * @param genre what sort of writing it is
 * @param title one line
 * @param body plain text or Markdown
 * @param updatedAt when it was last written, to the second
 * @param spans where it states facts, in the order of the body; two never overlap
 * @param audience who may read it: {@code everyone} or a team's name
 */
public record Document(
        String id, Genre genre, String title, String body, Instant updatedAt, List<Span> spans, String audience) {

    /** The audience of what is open to the whole company. */
    public static final String EVERYONE = "everyone";

    public Document {
        spans = List.copyOf(spans);
    }
}
