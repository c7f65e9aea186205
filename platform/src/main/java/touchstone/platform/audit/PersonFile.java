package touchstone.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Everything that the log tells about one person, interviewers' comments included, with other people's names left out.
 *
 * @param madeAt when the file was made
 */
public record PersonFile(UUID person, Instant madeAt, List<Item> items) {

    /**
     * One entry about the person.
     *
     * @param by {@code this person}, {@code a colleague} or {@code Touchstone}
     * @param told what was recorded; empty once it was erased
     */
    public record Item(long seq, Instant at, String what, String by, Optional<JsonNode> told) {}
}
