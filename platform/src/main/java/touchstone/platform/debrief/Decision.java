package touchstone.platform.debrief;

import java.time.Instant;
import java.util.UUID;
import touchstone.catalogue.content.Level;

/**
 * What was decided, by whom, why, and with which numbers. It is never changed; a later one has the next number.
 *
 * @param number 1, 2, ... within the application
 */
public record Decision(UUID id, int number, Outcome outcome, Level level, Words words, Numbers numbers, Maker maker) {

    /** What was decided. */
    public enum Outcome {
        /** At the level that the opening asks for. */
        HIRE,
        HIRE_AT_LOWER_LEVEL,
        NO_HIRE,
        /** Not now; the application stays in the debrief. */
        HOLD;

        public boolean hires() {
            return this == HIRE || this == HIRE_AT_LOWER_LEVEL;
        }
    }

    /**
     * Why.
     *
     * @param reasons at least 10 characters
     * @param against why it goes against the rule or does without scorecards that are missing; empty when it does neither
     */
    public record Words(String reasons, String against) {}

    /** Who decided, and when. */
    public record Maker(UUID account, String name, Instant at) {}

    /**
     * What somebody is about to decide.
     *
     * @param level for a hire at a lower level; otherwise the opening's
     */
    public record Draft(Outcome outcome, Level level, String reasons, String against) {}
}
