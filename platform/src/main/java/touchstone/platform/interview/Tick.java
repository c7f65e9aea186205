package touchstone.platform.interview;

import java.time.Instant;

/**
 * Something that an interviewer ticked in the room, and when.
 *
 * @param question id of the question; empty for what belongs to the whole interview
 * @param item which one of its kind: a point, a requirement, a step, a section
 */
public record Tick(String question, Kind kind, String item, Instant at) {

    /** What was ticked. */
    public enum Kind {
        /** A key point that the candidate made. */
        POINT,
        /** A requirement that was told because the candidate asked. */
        REVEALED,
        /** A step of the checklist or of the answer frame. */
        STEP,
        /** A section of the interview that was begun. */
        STARTED
    }
}
