package touchstone.platform.interview.room;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.Frame.Step;
import touchstone.platform.interview.Tick;
import touchstone.platform.interview.sitting.Sitting;
import touchstone.platform.shell.Frame;

/**
 * The room.
 *
 * @param closing what a design round must end with; empty in other stages
 * @param ticks what was ticked so far, without the starts of sections
 * @param starts when each section began, as JSON for the page's program
 */
public record RoomView(
        Sitting sitting,
        List<RoomQuestion> questions,
        List<Step> closing,
        List<Mark> marks,
        List<RoomNote> notes,
        List<Tick> ticks,
        String starts) {

    /** What the page's program says. */
    public static final List<String> TEXTS = List.of(
            "standing-saved",
            "standing-sending",
            "standing-offline",
            "standing-signed-out",
            "standing-full",
            "noted",
            "changed",
            "changed-elsewhere",
            "not-taken",
            "marked",
            "unmarked",
            "remove-sure",
            "remove-sure-said",
            "removed",
            "start",
            "end",
            "resume",
            "started",
            "ended",
            "heard",
            "not-heard",
            "revealed",
            "asked",
            "asked-count",
            "planned",
            "elapsed",
            "elapsed-over",
            "clock",
            "clock-over",
            "time-used",
            "slot-situation",
            "slot-task",
            "slot-action",
            "slot-result",
            "slot-failure");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** The key that marks a note as evidence for a competency. */
    public record Mark(String key, String competency, String title) {}

    public RoomView {
        questions = List.copyOf(questions);
        closing = List.copyOf(closing);
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
        ticks = List.copyOf(ticks);
    }

    /** A note without anything, from which the page's program makes new ones. */
    public static RoomNote blank() {
        return new RoomNote("", Instant.EPOCH, "", "", "", "", 0);
    }

    public boolean isTicked(String kind, String question, String item) {
        return tickedAt(kind, question, item).isPresent();
    }

    public Optional<Instant> tickedAt(String kind, String question, String item) {
        return ticks.stream()
                .filter(tick -> tick.kind().name().equals(kind)
                        && tick.question().equals(question)
                        && tick.item().equals(item))
                .map(Tick::at)
                .findFirst();
    }

    public String time(Instant at, Frame frame) {
        return TIME.format(at.atZone(frame.zone()));
    }

    /** The question and the part of the story that a note belongs to. */
    public String where(RoomNote note, Frame frame) {
        String question = questions.stream()
                .filter(asked -> asked.question().id().equals(note.question()))
                .map(asked -> asked.question().title())
                .findFirst()
                .orElse("");
        String slot = note.slot().isEmpty() ? "" : frame.text("interview.room.said.slot-" + note.slot());
        return question.isEmpty() || slot.isEmpty() ? question + slot : question + " · " + slot;
    }
}
