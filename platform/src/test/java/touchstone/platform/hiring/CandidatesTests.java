package touchstone.platform.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import touchstone.platform.hiring.CandidateEvent.CandidateAdded;
import touchstone.platform.hiring.CandidateEvent.CandidateErased;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Candidates: taking them up, finding them, erasing them. */
@RecordApplicationEvents
class CandidatesTests extends HiringTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private Erasure erasure;

    @Test
    void findsByPartsOfNameAndAddress() {
        Person recruiter = a(Role.RECRUITER);
        UUID ada = as(recruiter, () -> candidates.add(" Ada 100%_Sure ", "Ada@Find.Example.org", ZONE, ""));
        UUID bob = as(recruiter, () -> candidates.add("Bob", "bob@find.example.org", ZONE, ""));
        assertThat(found("100%_s")).containsExactly(ada);
        assertThat(found("100%%")).isEmpty();
        assertThat(found("FIND.example")).containsExactly(ada, bob);
        assertThat(as(recruiter, () -> candidates.get(ada)).email()).isEqualTo("ada@find.example.org");
        assertThat(events.stream(CandidateAdded.class))
                .extracting(CandidateAdded::entity)
                .contains(ada, bob);
    }

    @Test
    void pagesThroughMany() {
        Person recruiter = a(Role.RECRUITER);
        for (int number = 0; number < Candidates.PAGE + 3; number++) {
            String address = "many-" + number + "@pages.example.org";
            as(recruiter, () -> candidates.add("Many", address, ZONE, ""));
        }
        Candidates.Found first = as(recruiter, () -> candidates.search("pages.example.org", 1));
        Candidates.Found second = as(recruiter, () -> candidates.search("pages.example.org", 2));
        assertThat(first.candidates()).hasSize(Candidates.PAGE).doesNotContainAnyElementsOf(second.candidates());
        assertThat(first.more()).isTrue();
        assertThat(second.candidates()).hasSize(3);
        assertThat(second.more()).isFalse();
    }

    @Test
    void refusesWhatIsNoAddressAndOneThatIsTaken() {
        as(a(Role.RECRUITER), () -> candidates.add("One", "taken@example.org", ZONE, ""));
        refuses("hiring.candidate.address-taken", () -> candidates.add("Two", "TAKEN@example.org", ZONE, ""));
        refuses("hiring.candidate.no-address", () -> candidates.add("Two", "nobody", ZONE, ""));
        refuses("entered.missing", () -> candidates.add(" ", "a@example.org", ZONE, ""));
        refuses("entered.too-long", () -> candidates.add("a".repeat(201), "a@example.org", ZONE, ""));
    }

    @Test
    void tellsTheSecondOfTwoWhoChangeTheSame() {
        UUID ada = candidate("Ada Before");
        as(a(Role.RECRUITER), () -> {
            candidates.change(ada, "Ada After", "after@example.org", ZONE, "", 1);
            return true;
        });
        refuses("hiring.candidate.changed", () -> candidates.change(ada, "Ada Else", "else@example.org", ZONE, "", 1));
        assertThat(as(a(Role.RECRUITER), () -> candidates.get(ada)).name()).isEqualTo("Ada After");
    }

    @Test
    void erasesTheWordsAndKeepsTheWay() {
        UUID application = application(opening("Search engineer"), "Ada Erased");
        UUID ada = candidateOf(application).id();
        as(a(Role.RECRUITER), () -> {
            applications.move(application, "system-design", "Ada knows our team", 1);
            return true;
        });
        refuses("hiring.candidate.not-yours-to-erase", () -> erasure.erase(ada));
        as(a(Role.ADMINISTRATOR), () -> {
            erasure.erase(ada);
            return true;
        });
        Candidacy candidacy = as(a(Role.RECRUITER), () -> applications.get(application));
        assertThat(candidacy.candidate().name()).doesNotContain("Ada");
        assertThat(candidacy.candidate().email()).doesNotContain("ada");
        assertThat(candidacy.progress().state()).isEqualTo(Candidacy.State.WITHDRAWN);
        assertThat(as(a(Role.RECRUITER), () -> applications.history(application)))
                .hasSize(3)
                .allSatisfy(step -> assertThat(step.reason()).isEmpty());
        assertThat(events.stream(CandidateErased.class))
                .extracting(CandidateErased::entity)
                .containsExactly(ada);
        refuses("hiring.candidate.erased", () -> applications.apply(ada, opening("Another")));
        refuses("hiring.candidate.erased", () -> candidates.change(ada, "Ada", "a@example.org", ZONE, "", 2));
    }

    private java.util.List<UUID> found(String text) {
        return as(a(Role.RECRUITER), () -> candidates.search(text, 1)).candidates().stream()
                .map(Candidate::id)
                .toList();
    }

    private void refuses(String code, Runnable work) {
        assertThatThrownBy(() -> as(a(Role.RECRUITER), () -> {
                    work.run();
                    return true;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage(code);
    }
}
