package touchstone.platform.interview;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
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
     * @param slot the part of a story that it tells
     * @param competency id of the competency that it is marked as evidence for
     */
    public record Context(Optional<String> question, Optional<Slot> slot, Optional<String> competency) {
        public static final Context NONE = new Context(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The parts of a story about one's own work (R-FRAME-3). */
    public enum Slot {
        SITUATION,
        TASK,
        ACTION,
        RESULT,
        FAILURE;

        /** In lower case, as pages write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Slot> of(String id) {
            return Arrays.stream(values()).filter(slot -> slot.id().equals(id)).findFirst();
        }
    }
}
