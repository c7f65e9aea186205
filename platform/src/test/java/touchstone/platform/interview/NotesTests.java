package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Notes and ticks: their author's alone. */
class NotesTests extends InterviewTest {

    private static final Note.Context MARKED =
            new Note.Context(Optional.of("rag-limits"), Optional.empty(), Optional.of(RAG));

    @Autowired
    private Ticks ticks;

    @Test
    void areReadByTheirAuthorAlone() {
        UUID application = candidacy();
        Person other = person("other", Role.INTERVIEWER);
        UUID interview = scheduled(application, DESIGN, a(Role.INTERVIEWER), other);
        UUID note = add(a(Role.INTERVIEWER), interview, "Asked for the load first.");
        tick(a(Role.INTERVIEWER), interview, "0");
        assertThat(as(other, () -> notes.mine(interview))).isEmpty();
        assertThat(as(other, () -> ticks.mine(interview))).isEmpty();
        for (Role role : new Role[] {Role.ADMINISTRATOR, Role.HIRING_MANAGER, Role.RECRUITER}) {
            assertThatThrownBy(() -> as(a(role), () -> notes.mine(interview))).hasMessage("interview.missing");
            assertThatThrownBy(() -> as(a(role), () -> ticks.mine(interview))).hasMessage("interview.missing");
        }
        assertThatThrownBy(() -> as(other, () -> notes.edit(note, "Changed.", 1)))
                .hasMessage("interview.note.missing");
        assertThatThrownBy(() -> as(other, () -> {
                    notes.mark(note, Optional.of(RAG));
                    return true;
                }))
                .hasMessage("interview.note.missing");
    }

    @Test
    void isKeptOnceWhenItIsSentAgain() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        UUID id = UUID.randomUUID();
        for (int times = 0; times < 3; times++) {
            as(
                    a(Role.INTERVIEWER),
                    () -> notes.add(interview, id, "Asked for the load first.", MARKED, Optional.empty()));
        }
        assertThat(as(a(Role.INTERVIEWER), () -> notes.mine(interview)))
                .singleElement()
                .satisfies(note -> assertThat(note.context()).isEqualTo(MARKED));
    }

    /** A stranger who guesses an id learns nothing and overwrites nothing. */
    @Test
    void doesNotTakeOverANoteOfAnother() {
        UUID application = candidacy();
        Person other = person("other", Role.INTERVIEWER);
        UUID interview = scheduled(application, DESIGN, a(Role.INTERVIEWER), other);
        UUID note = add(a(Role.INTERVIEWER), interview, "Asked for the load first.");
        assertThatThrownBy(() ->
                        as(other, () -> notes.add(interview, note, "Mine now.", Note.Context.NONE, Optional.empty())))
                .hasMessage("interview.note.missing");
        assertThat(as(a(Role.INTERVIEWER), () -> notes.mine(interview)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.text()).isEqualTo("Asked for the load first."));
    }

    @Test
    void isEditedWithItsVersion() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        UUID note = add(a(Role.INTERVIEWER), interview, "Asked for the load.");
        assertThat(as(a(Role.INTERVIEWER), () -> notes.edit(note, "Asked for the load first.", 1)))
                .isEqualTo(2);
        assertThat(as(a(Role.INTERVIEWER), () -> notes.edit(note, "Asked for the load first.", 1)))
                .isEqualTo(2);
        assertThatThrownBy(() -> as(a(Role.INTERVIEWER), () -> notes.edit(note, "Something else.", 1)))
                .hasMessage("interview.note.changed");
    }

    @Test
    void isMarkedForCompetenciesOfTheStageOnly() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        UUID note = add(a(Role.INTERVIEWER), interview, "Asked for the load.");
        mark(note, Optional.of(EVALUATION));
        assertThat(as(a(Role.INTERVIEWER), () -> notes.mine(interview))
                        .getFirst()
                        .context()
                        .competency())
                .contains(EVALUATION);
        mark(note, Optional.empty());
        assertThat(as(a(Role.INTERVIEWER), () -> notes.mine(interview))
                        .getFirst()
                        .context()
                        .competency())
                .isEmpty();
        assertThatThrownBy(() -> mark(note, Optional.of("cooking"))).hasMessage("interview.competency.not-of-stage");
    }

    @Test
    void refusesWhatDoesNotFit() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        assertThatThrownBy(() -> add(a(Role.INTERVIEWER), interview, "   ")).hasMessage("entered.missing");
        assertThatThrownBy(() -> add(a(Role.INTERVIEWER), interview, "x".repeat(Notes.MOST_TEXT + 1)))
                .hasMessage("entered.too-long");
        assertThatThrownBy(() -> add(a(Role.INTERVIEWER), interview, "zero \0")).hasMessage("entered.unusable");
    }

    @Test
    void ticksOnceAndKeepsTheFirstTime() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        tick(a(Role.INTERVIEWER), interview, "0");
        Tick first = as(a(Role.INTERVIEWER), () -> ticks.mine(interview)).getFirst();
        tick(a(Role.INTERVIEWER), interview, "0");
        assertThat(as(a(Role.INTERVIEWER), () -> ticks.mine(interview))).containsExactly(first);
        as(a(Role.INTERVIEWER), () -> {
            ticks.remove(interview, "rag-limits", Tick.Kind.REVEALED, "0");
            return true;
        });
        assertThat(as(a(Role.INTERVIEWER), () -> ticks.mine(interview))).isEmpty();
    }

    private UUID add(Person person, UUID interview, String text) {
        return as(person, () -> notes.add(interview, text, Note.Context.NONE));
    }

    private void mark(UUID note, Optional<String> competency) {
        as(a(Role.INTERVIEWER), () -> {
            notes.mark(note, competency);
            return true;
        });
    }

    private void tick(Person person, UUID interview, String item) {
        as(person, () -> {
            ticks.put(interview, "rag-limits", Tick.Kind.REVEALED, item);
            return true;
        });
    }
}
