package touchstone.platform.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.platform.debrief.DebriefTest;
import touchstone.platform.debrief.FairScoreSwitch;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.interview.Interview;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The pages of insight and fair scores of a small company, in a real browser: readable by axe, and inside the window. */
class InsightLooksEndToEndTests extends DebriefTest {

    private static final List<String> PAGES = List.of(
            "/insight",
            "/insight/interviewers",
            "/insight/reliability",
            "/insight/fairness",
            "/insight/outcomes",
            "/insight/settings");

    @Autowired
    DeclaredGroups groups;

    @Autowired
    Outcomes outcomes;

    @Autowired
    FairScoreSwitch shown;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(BrowserSession.isPossible(), "there is no chromium on the PATH");
    }

    private UUID rated(UUID opening, String name, Map<Person, Ratings> ratings) {
        UUID application = application(opening, name);
        moveTo(application, "system-design");
        Map<UUID, Interview.Seat.Capacity> seats = new LinkedHashMap<>();
        ratings.keySet().forEach(person -> seats.put(person.id(), Interview.Seat.Capacity.INTERVIEWER));
        UUID interview = held(application, "system-design", Duration.ofHours(30), seats);
        ratings.forEach((person, given) -> submit(person, interview, content(given)));
        moveTo(application, "debrief");
        return application;
    }

    /** Ten candidates met three people, one of them also a fourth, who is the severest and has three ratings. */
    private List<UUID> company() {
        UUID opening = opening("Insight " + UUID.randomUUID());
        publishSenior(opening);
        Person strict = person("Stella Strict", Role.INTERVIEWER);
        Person middle = person("Mona Middle", Role.INTERVIEWER);
        Person lenient = person("Lars Lenient", Role.INTERVIEWER);
        Person few = person("Aron Few", Role.INTERVIEWER);
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int level = 2 + i % 2;
            Map<Person, Ratings> ratings = new LinkedHashMap<>(Map.of(
                    strict, new Ratings(level - 1, level, level - 1),
                    middle, new Ratings(level, level + 1, level),
                    lenient, new Ratings(level + 2, level + 1, level + 1)));
            if (i == 9) {
                ratings.put(few, new Ratings(1, 1, 1));
            }
            all.add(rated(opening, "Candidate " + i, ratings));
        }
        return all;
    }

    private void takeOver(List<UUID> all) {
        StringBuilder declared = new StringBuilder("email,attribute,group\n");
        StringBuilder later = new StringBuilder("email,measure,value,date\n");
        for (int i = 0; i < all.size(); i++) {
            UUID application = all.get(i);
            String email = as(a(Role.RECRUITER), () -> applications.get(application))
                    .candidate()
                    .email();
            declared.append(email).append(",region,").append(i % 2 == 0 ? "north\n" : "south\n");
            later.append(email).append(",review,").append(3 + i % 3).append(",2027-01-31\n");
        }
        as(a(Role.ADMINISTRATOR), () -> groups.take(declared.toString()));
        as(a(Role.ADMINISTRATOR), () -> outcomes.take(later.toString()));
    }

    @Test
    void isReadableOnEveryPageWideAndNarrowLightAndDark() {
        List<UUID> all = company();
        takeOver(all);
        as(a(Role.ADMINISTRATOR), () -> turn(true));
        String debrief = "/applications/" + all.getFirst() + "/debrief";
        String interviewers =
                browser(a(Role.ADMINISTRATOR)).get("/insight/interviewers").body();
        assertThat(interviewers.indexOf("Aron Few"))
                .as("who has too few ratings stands last, in no order of severity")
                .isGreaterThan(interviewers.indexOf("Lars Lenient"));
        look(a(Role.ADMINISTRATOR), PAGES);
        look(a(Role.HIRING_MANAGER), List.of(debrief));
        as(a(Role.ADMINISTRATOR), () -> turn(false));
    }

    private boolean turn(boolean on) {
        shown.turn(on);
        return on;
    }

    private void look(Person person, List<String> pages) {
        try (BrowserSession light = BrowserSession.open(port).signIn(email(person), password());
                BrowserSession dark =
                        BrowserSession.open(port, 400, ColorScheme.DARK, true).signIn(email(person), password())) {
            for (String path : pages) {
                String name = path.startsWith("/insight") ? path.replace('/', '-') : "-fair-scores";
                see(light, path, "wide" + name);
                see(dark, path, "narrow" + name);
            }
            light.assertNoErrors();
        }
    }

    private static void see(BrowserSession session, String path, String name) {
        session.go(path);
        session.picture(name);
        session.assertAccessible();
        session.assertFits();
    }
}
