package touchstone.platform.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Whoever is erased on the page of the audit log is erased everywhere. */
class ErasureElsewhereTests extends HiringTest {

    private static final String REASON = "asked for it by letter";

    private static int erase(Browser administrator, UUID person) {
        return administrator
                .post("/audit/people/" + person + "/erase", "reason", REASON, "confirmation", "erase")
                .statusCode();
    }

    @Test
    void erasesACandidatesOwnRecord() {
        UUID application = application(opening("Search engineer"), "Ada Elsewhere");
        UUID candidate = candidateOf(application).id();
        Browser recruiter = browser(a(Role.RECRUITER));
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        assertThat(recruiter.post("/candidates/" + candidate + "/link").statusCode())
                .isEqualTo(303);
        assertThat(recruiter.get("/outbox").body()).contains("Ada Elsewhere");
        assertThat(erase(administrator, candidate)).isEqualTo(303);
        for (String page :
                new String[] {"/candidates/" + candidate, "/candidates", "/applications/" + application, "/outbox"}) {
            assertThat(recruiter.get(page).body()).as(page).doesNotContain("Ada Elsewhere", "ada.elsewhere");
        }
        assertThat(as(a(Role.RECRUITER), () -> applications.get(application)).isActive())
                .isFalse();
        administrator.post("/audit/verify");
        assertThat(administrator.get("/audit").body()).contains("The chain is whole", "Person erased");
    }

    @Test
    void blanksTheAccountOfSomebodyWhoLeft() {
        Person gone = person("Ira Gone", Role.INTERVIEWER);
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        String email = as(a(Role.ADMINISTRATOR), () -> accounts.find(gone.id()).orElseThrow())
                .email();
        String active = "/people/" + gone.id() + "/active";
        assertThat(administrator.post(active, "active", "false", "version", "1").statusCode())
                .isEqualTo(303);
        assertThat(administrator.get("/people").body()).contains("Ira Gone", email);
        assertThat(erase(administrator, gone.id())).isEqualTo(303);
        assertThat(administrator.get("/people").body())
                .contains("Erased account")
                .doesNotContain("Ira Gone", email);
        assertThat(administrator.post(active, "active", "true", "version", "3").statusCode())
                .isEqualTo(410);
        assertThat(as(
                        a(Role.ADMINISTRATOR),
                        () -> accounts.create("Ira Back", email, Set.of(Role.INTERVIEWER), gone.zone())))
                .isNotNull();
    }
}
