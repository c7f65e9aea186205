package touchstone.platform.interview.room;

import static touchstone.platform.shared.Role.ADMINISTRATOR;
import static touchstone.platform.shared.Role.BAR_RAISER;
import static touchstone.platform.shared.Role.HIRING_MANAGER;
import static touchstone.platform.shared.Role.INTERVIEWER;
import static touchstone.platform.shared.Role.RECRUITER;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import touchstone.platform.interview.Note;
import touchstone.platform.interview.Notes;
import touchstone.platform.interview.Tick;
import touchstone.platform.interview.Ticks;
import touchstone.platform.interview.sitting.Sent;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shell.Allowed;

/**
 * What the room's program sends. Everything may be sent again after a lost answer: it is kept once. Times are those at
 * which it was done, which may be earlier when the line was lost.
 */
@Controller
class NotesController {

    private static final int MOST_BYTES = 32 * 1024;

    private final Notes notes;
    private final Ticks ticks;
    private final Sent sent;

    NotesController(Notes notes, Ticks ticks, Sent sent) {
        this.notes = notes;
        this.ticks = ticks;
        this.sent = sent;
    }

    private record NewNote(
            @Nullable UUID client,
            @Nullable String text,
            @Nullable String question,
            @Nullable String slot,
            @Nullable String competency,
            @Nullable Instant at) {}

    /** A change of the words, of the mark, or of both. An empty mark takes it away. */
    private record NoteChange(
            @Nullable String text,
            @Nullable Integer version,
            @Nullable String competency) {}

    private record NewTick(
            @Nullable String question,
            Tick.@Nullable Kind kind,
            @Nullable String item,
            boolean on,
            @Nullable Instant at) {}

    private record Version(int version) {}

    private record Nothing() {}

    @PostMapping("/interviews/{id}/notes")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    ResponseEntity<?> add(@PathVariable UUID id, HttpServletRequest request) {
        NewNote note = sent.read(request, NewNote.class, MOST_BYTES);
        if (note.client() == null || note.text() == null) {
            throw Refusal.invalid("problem.unusable");
        }
        Note.Context context = new Note.Context(given(note.question()), slot(note.slot()), given(note.competency()));
        notes.add(id, note.client(), note.text(), context, Optional.ofNullable(note.at()));
        return ResponseEntity.status(HttpStatus.CREATED).body(new Version(1));
    }

    @PatchMapping("/interviews/{id}/notes/{note}")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    ResponseEntity<?> change(@PathVariable UUID id, @PathVariable UUID note, HttpServletRequest request) {
        NoteChange change = sent.read(request, NoteChange.class, MOST_BYTES);
        if (change.competency() != null) {
            notes.mark(note, given(change.competency()));
        }
        if (change.text() == null || change.version() == null) {
            return ResponseEntity.ok(new Nothing());
        }
        try {
            return ResponseEntity.ok(new Version(notes.edit(note, change.text(), change.version())));
        } catch (Refusal refusal) {
            if (!refusal.code().equals("interview.note.changed")) {
                throw refusal;
            }
            return notes.mine(id).stream()
                    .filter(one -> one.id().equals(note))
                    .findFirst()
                    .<ResponseEntity<?>>map(
                            one -> ResponseEntity.status(HttpStatus.CONFLICT).body(RoomNote.of(one)))
                    .orElseThrow(() -> refusal);
        }
    }

    @DeleteMapping("/interviews/{id}/notes/{note}")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    ResponseEntity<?> remove(@PathVariable UUID id, @PathVariable UUID note) {
        notes.remove(id, note);
        return ResponseEntity.ok(new Nothing());
    }

    @PostMapping("/interviews/{id}/ticks")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    ResponseEntity<?> tick(@PathVariable UUID id, HttpServletRequest request) {
        NewTick tick = sent.read(request, NewTick.class, MOST_BYTES);
        if (tick.kind() == null || tick.item() == null || tick.question() == null) {
            throw Refusal.invalid("problem.unusable");
        }
        if (tick.on()) {
            ticks.put(id, tick.question(), tick.kind(), tick.item(), Optional.ofNullable(tick.at()));
        } else {
            ticks.remove(id, tick.question(), tick.kind(), tick.item());
        }
        return ResponseEntity.ok(new Nothing());
    }

    @ExceptionHandler
    ResponseEntity<Sent.Problem> refused(Refusal refusal) {
        return sent.problem(refusal);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !one.isBlank());
    }

    private static Optional<Note.Slot> slot(@Nullable String id) {
        return given(id).map(one -> Note.Slot.of(one).orElseThrow(() -> Refusal.invalid("problem.unusable")));
    }
}
