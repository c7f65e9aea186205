package touchstone.platform.audit.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Role;

/** One person's file in the browser: taking it out, and erasing it on purpose only. */
class PersonPageTests extends PlatformTest {

    private record CandidateMet(UUID entity, String name, String comment) implements AuditableEvent {
        @Override
        public Optional<UUID> about() {
            return Optional.of(entity);
        }
    }

    @Autowired
    private ApplicationEventPublisher events;

    private UUID met() {
        UUID candidate = UUID.randomUUID();
        as(a(Role.INTERVIEWER), () -> {
            transactions.executeWithoutResult(status ->
                    events.publishEvent(new CandidateMet(candidate, "Wilhelmine Okafor", "Was kind to everybody")));
            return true;
        });
        return candidate;
    }

    @Test
    void givesOutTheFile() {
        String path = "/audit/people/" + met();
        Browser browser = browser(a(Role.ADMINISTRATOR));
        assertThat(browser.get(path).body())
                .contains("<h1>Wilhelmine Okafor</h1>")
                .doesNotContain("Was kind");
        assertThat(browser.post(path + "/file", "reason", "no").statusCode()).isEqualTo(422);
        HttpResponse<String> file = browser.post(path + "/file", "reason", "asked for by letter");
        assertThat(file.headers().firstValue("Content-Type")).get().asString().startsWith("application/json");
        assertThat(file.body()).contains("Was kind to everybody", "Wilhelmine Okafor", "a colleague");
    }

    @Test
    void erasesOnceItIsConfirmed() {
        String path = "/audit/people/" + met();
        Browser browser = browser(a(Role.ADMINISTRATOR));
        String reason = "asked for by letter";
        assertThat(browser.post(path + "/erase", "reason", reason).statusCode()).isEqualTo(422);
        assertThat(browser.get(path).body()).contains("Wilhelmine Okafor");
        assertThat(browser.post(path + "/erase", "reason", reason, "confirmation", "Erase ")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).body())
                .contains("This person was erased.", "What the log told about this person was destroyed")
                .doesNotContain("Wilhelmine");
        assertThat(browser.post(path + "/file", "reason", reason).body()).doesNotContain("Wilhelmine", "Was kind");
        browser.post("/audit/verify");
        assertThat(browser.get("/audit").body()).contains("The chain is whole", "Person erased");
    }

    @Test
    void keepsAnAccountThatIsInUse() {
        String path = "/audit/people/" + a(Role.INTERVIEWER).id();
        Browser browser = browser(a(Role.ADMINISTRATOR));
        assertThat(browser.get(path).body()).contains("still in use").doesNotContain("Type the word");
        assertThat(browser.post(path + "/erase", "reason", "not liked any more", "confirmation", "erase")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void knowsNoStrangers() {
        assertThat(browser(a(Role.ADMINISTRATOR))
                        .get("/audit/people/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }
}
