package touchstone.platform.interview.room;

import java.time.Instant;
import touchstone.platform.interview.Note;

/**
 * A note as the room shows it; what it has not is empty.
 *
 * @param client the note's id, which the page chose
 */
public record RoomNote(
        String client, Instant at, String text, String question, String slot, String competency, int version) {

    static RoomNote of(Note note) {
        return new RoomNote(
                note.id().toString(),
                note.at(),
                note.text(),
                note.context().question().orElse(""),
                note.context().slot().map(Note.Slot::id).orElse(""),
                note.context().competency().orElse(""),
                note.version());
    }
}
