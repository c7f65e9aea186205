package touchstone.platform.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.platform.debrief.DebriefTest;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.interview.Interview;
import touchstone.platform.shared.Erasure;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** The pages of insight over HTTP, and what is taken over from files. */
class InsightPagesTests extends DebriefTest {

    @Autowired
    DeclaredGroups groups;

    @Autowired
    Outcomes outcomes;

    @Autowired
    org.springframework.context.ApplicationEventPublisher events;

    /** Somebody was erased. */
    record Erased(UUID entity) implements Erasure {}

    private String emailOf(UUID application) {
        return as(a(Role.RECRUITER), () -> applications.get(application))
                .candidate()
                .email();
    }

    private UUID candidateId(UUID application) {
        return as(a(Role.RECRUITER), () -> applications.get(application))
                .candidate()
                .id();
    }

    @Test
    void countsWhoMovesOnInEachStage() {
        passing();
        assertThat(browser(a(Role.RECRUITER)).get("/insight").body())
                .contains("Passing through the stages", "System design", "100 %", "retrieval")
                .doesNotContain("/insight/interviewers");
        assertThat(browser(a(Role.RECRUITER)).get("/insight/interviewers").statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysWhatItRestsOnOrThatThereIsTooLittle() {
        passing();
        Browser manager = browser(a(Role.HIRING_MANAGER));
        assertThat(manager.get("/insight/interviewers").body()).contains("Interviewers");
        assertThat(manager.get("/insight/reliability?interviewers=3").body()).contains("Agreement by competency");
    }

    @Test
    void takesOverDeclaredGroupsAndShowsNoSmallCounts() {
        UUID application = passing();
        as(
                a(Role.ADMINISTRATOR),
                () -> groups.take("email,attribute,group\n" + emailOf(application) + ",site,north\n"
                        + "nobody@example.com,site,south\n"));
        String page = browser(a(Role.ADMINISTRATOR)).get("/insight/fairness").body();
        assertThat(page)
                .contains("<h2>site</h2>", "Insufficient data", "it takes 20 open ratings")
                .doesNotContain("100 %");
        assertThat(browser(a(Role.HIRING_MANAGER)).get("/insight/fairness").statusCode())
                .isEqualTo(403);
    }

    /** 10 people at one site and 12 at the other, and 3 interviewers who met all; Nell is two points stricter with the north. */
    @Test
    void comparesHowInterviewersRateDeclaredGroups() {
        UUID opening = opening("Two sites " + UUID.randomUUID());
        publishSenior(opening);
        List<Person> panel = List.of(
                person("Nell Narrow", Role.INTERVIEWER),
                person("Eve Even", Role.INTERVIEWER),
                person("Fay Fair", Role.INTERVIEWER));
        StringBuilder declared = new StringBuilder("email,attribute,group\n");
        for (int i = 0; i < 22; i++) {
            String site = i < 10 ? "north" : "south";
            UUID application = rated(opening, "Person " + i, panel, i);
            declared.append(emailOf(application))
                    .append(",campus,")
                    .append(site)
                    .append('\n');
        }
        as(a(Role.ADMINISTRATOR), () -> groups.take(declared.toString()));

        String page = browser(a(Role.ADMINISTRATOR)).get("/insight/fairness").body();

        String campus = page.substring(page.indexOf("<h2>campus</h2>"));
        assertThat(campus.substring(campus.indexOf("Single interviewers and groups")))
                .contains("north (10 rated people) against south (12)")
                .containsPattern("Nell Narrow</th>[\\s\\S]{0,400}look into it")
                .containsPattern("Eve Even</th>[\\s\\S]{0,400}nothing seen");
        assertThat(browser(a(Role.HIRING_MANAGER))
                        .get("/insight/reliability?interviewers=3")
                        .body())
                .containsPattern("95 % intervals: dependability 0[.]\\d\\d to [01][.]\\d\\d");
    }

    private UUID rated(UUID opening, String name, List<Person> panel, int number) {
        UUID application = application(opening, name + " " + UUID.randomUUID());
        moveTo(application, "system-design");
        Map<UUID, Interview.Seat.Capacity> seats = new LinkedHashMap<>();
        panel.forEach(person -> seats.put(person.id(), Interview.Seat.Capacity.INTERVIEWER));
        UUID interview = held(application, "system-design", Duration.ofHours(30), seats);
        int level = 3 + number % 2;
        for (Person person : panel) {
            boolean narrow = number < 10 && person.equals(panel.getFirst());
            int second = level + (number % 3 == 0 ? 1 : 0);
            Ratings usual = new Ratings(level, second, level);
            submit(person, interview, content(narrow ? new Ratings(level - 2, second - 2, level - 2) : usual));
        }
        moveTo(application, "debrief");
        return application;
    }

    @Test
    void refusesAFileThatItCannotReadAndTakesOverNothing() {
        UUID application = passing();
        String email = emailOf(application);
        assertThatThrownBy(() -> as(a(Role.ADMINISTRATOR), () -> groups.take("email,group\nx,y\n")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(
                        a(Role.ADMINISTRATOR),
                        () -> outcomes.take("email,measure,value,date\n" + email + ",review,4,2027-01-31\n" + email
                                + ",review two,four,2027-01-31\n")))
                .isInstanceOf(Refusal.class);
        assertThat(as(a(Role.ADMINISTRATOR), () -> outcomes.all())).doesNotContainKey("review");
        assertThatThrownBy(() -> as(a(Role.RECRUITER), () -> outcomes.all())).isInstanceOf(Refusal.class);
    }

    @Test
    void saysThatAFileIsTooLarge() {
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nemail,attribute,group\n" + "x".repeat(2_200_000) + "\r\n--x--\r\n";
        var answer = browser(a(Role.ADMINISTRATOR))
                .send("POST", "/insight/fairness/groups", file, "Content-Type", "multipart/form-data; boundary=x");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The file is too large: at most 2 MB are taken.", "problem.too-large");
    }

    @Test
    void forgetsSomebodyWhoIsErased() {
        UUID application = passing();
        String email = emailOf(application);
        UUID candidate = candidateId(application);
        as(a(Role.ADMINISTRATOR), () -> {
            groups.take("email,attribute,group\n" + email + ",office,east\n");
            return outcomes.take("email,measure,value,date\n" + email + ",first year,4.5,2027-01-31\n");
        });
        assertThat(browser(a(Role.ADMINISTRATOR)).get("/insight/outcomes").body())
                .contains("first year", "no figure");
        as(
                a(Role.ADMINISTRATOR),
                () -> transactions.execute(status -> {
                    events.publishEvent(new Erased(candidate));
                    return candidate;
                }));
        assertThat(as(a(Role.ADMINISTRATOR), () -> outcomes.all())).doesNotContainKey("first year");
        assertThat(as(a(Role.ADMINISTRATOR), () -> groups.all())).doesNotContainKey("office");
    }

    @Test
    void isSwitchedOnAndOffOnItsPage() {
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        assertThat(administrator.get("/insight/settings").body()).contains("Show fair scores");
        administrator.post("/insight/settings", "shown", "true");
        assertThat(administrator.get("/insight/settings").body())
                .contains("Debriefs show fair scores from now on.", "Do not show fair scores");
        administrator.post("/insight/settings", "shown", "false");
        assertThat(administrator.get("/insight/settings").body()).contains("Show fair scores");
    }
}
