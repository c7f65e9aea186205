package touchstone.platform.interview;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an interviewer wrote down in the room. Only its author sees it; a rating that cites it carries its words.
 *
 * @param at when it was first written
 * @param context what it belongs to
 * @param version a change of the text names the version that it saw
 */
public record Note(UUID id, UUID interview, Instant at, String text, Context context, int version) {

    /**
     * What a note belongs to.
     *
     * @param question id of the question that was being asked
     * @param competency id of the competency that it is marked as evidence for
     */
    public record Context(Optional<String> question, Optional<String> competency) {
        public static final Context NONE = new Context(Optional.empty(), Optional.empty());
    }
}
