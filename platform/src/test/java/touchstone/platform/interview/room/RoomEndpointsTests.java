package touchstone.platform.interview.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.InterviewingTest;
import touchstone.platform.interview.Note;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** What the programs of the room and the scorecard send. */
class RoomEndpointsTests extends InterviewingTest {

    private Person interviewer =
            new Person(Person.SYSTEM, Person.SYSTEM, "", java.util.Set.of(), java.time.ZoneOffset.UTC);
    private UUID interview = Person.SYSTEM;
    private Browser browser = new Browser(0);

    @BeforeEach
    void begins() {
        interviewer = interviewer("Ida Nowak");
        interview = interview("system-design", interviewer);
        browser = signedIn(interviewer);
    }

    private Browser signedIn(Person person) {
        Browser fresh = new Browser(port);
        fresh.signIn(signsIn(person), PASSWORD);
        return fresh;
    }

    private HttpResponse<String> send(Browser from, String method, String path, String body) {
        return from.send(method, "/interviews/" + interview + path, body, "Content-Type", "application/json");
    }

    private static String note(UUID id, String text, String more) {
        return "{\"client\":\"" + id + "\",\"text\":\"" + text + "\"" + more + "}";
    }

    @Test
    void keepsANoteOnceHoweverOftenItIsSent() {
        UUID id = UUID.randomUUID();
        for (int times = 0; times < 3; times++) {
            assertThat(send(browser, "POST", "/notes", note(id, "Once", "")).statusCode())
                    .isEqualTo(201);
        }
        assertThat(as(interviewer, () -> notes.mine(interview)))
                .singleElement()
                .satisfies(note -> assertThat(note.id()).isEqualTo(id));
    }

    @Test
    void believesTheTimeOfAPageForADayBackAndNeverAhead() {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        Instant[] said = {hourAgo, hourAgo.plus(Duration.ofDays(2)), hourAgo.minus(Duration.ofDays(30))};
        for (Instant at : said) {
            send(browser, "POST", "/notes", note(UUID.randomUUID(), "At", ",\"at\":\"" + at + "\""));
        }
        assertThat(as(interviewer, () -> notes.mine(interview)))
                .extracting(Note::at)
                .satisfiesExactly(
                        first -> assertThat(Duration.between(hourAgo, first).abs())
                                .isLessThan(Duration.ofSeconds(1)),
                        second -> assertThat(second).isBetween(hourAgo.plus(Duration.ofMinutes(50)), Instant.now()),
                        third -> assertThat(third).isBetween(hourAgo.plus(Duration.ofMinutes(50)), Instant.now()));
    }

    @Test
    void answersAnOvertakenEditWithTheNoteAsItIs() {
        UUID id = UUID.randomUUID();
        send(browser, "POST", "/notes", note(id, "First", ""));
        String path = "/notes/" + id;
        assertThat(send(browser, "PATCH", path, "{\"text\":\"Second\",\"version\":1}")
                        .body())
                .contains("\"version\":2");
        HttpResponse<String> overtaken = send(browser, "PATCH", path, "{\"text\":\"Third\",\"version\":1}");
        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(overtaken.body()).contains("\"text\":\"Second\"").contains("\"version\":2");
    }

    @Test
    void refusesWhatIsTooLargeOrNotExpectedWithASentence() {
        HttpResponse<String> large = send(browser, "POST", "/notes", note(UUID.randomUUID(), "x".repeat(40_000), ""));
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("too large");
        assertThat(send(browser, "POST", "/notes", note(UUID.randomUUID(), "x".repeat(4001), ""))
                        .statusCode())
                .isEqualTo(422);
        for (String bad :
                new String[] {"", "{", "[]", "null", "{\"client\":7}", "{\"client\":\"no\",\"text\":\"a\"}"}) {
            assertThat(send(browser, "POST", "/notes", bad).statusCode())
                    .as(bad)
                    .isEqualTo(422);
        }
        assertThat(browser.post("/interviews/" + interview + "/notes", "text", "a form")
                        .statusCode())
                .isEqualTo(422);
        for (String kind : new String[] {"NONE", ""}) {
            assertThat(send(
                                    browser,
                                    "POST",
                                    "/ticks",
                                    "{\"question\":\"\",\"kind\":\"" + kind + "\",\"item\":\"1\",\"on\":true}")
                            .statusCode())
                    .as(kind)
                    .isEqualTo(422);
        }
        for (String on : new String[] {"true", "false"}) {
            String tick = "{\"question\":\"a\\u0000b\",\"kind\":\"POINT\",\"item\":\"a\\u0000b\",\"on\":" + on + "}";
            assertThat(send(browser, "POST", "/ticks", tick).statusCode()).isEqualTo(422);
        }
        assertThat(send(browser, "POST", "/notes", note(UUID.randomUUID(), "a\\u0000b", ""))
                        .statusCode())
                .isEqualTo(422);
        String fields = "{\"version\":0,\"fields\":{\"rating-rag-design\":\"9\"}}";
        assertThat(send(browser, "PUT", "/scorecard/draft", fields).statusCode())
                .isEqualTo(422);
        assertThat(as(interviewer, () -> notes.mine(interview))).isEmpty();
    }

    @Test
    void hidesAnInterviewFromWhoeverHasNoSeatInIt() {
        UUID id = UUID.randomUUID();
        send(browser, "POST", "/notes", note(id, "Mine", ""));
        for (Role role : Role.values()) {
            if (role == Role.CANDIDATE) {
                continue;
            }
            Browser other = signedIn(a(role));
            for (String page : List.of("/room", "/scorecard", "/scorecard/review", "/scorecard/correction")) {
                assertThat(other.get("/interviews/" + interview + page).statusCode())
                        .as(role + " " + page)
                        .isEqualTo(404);
            }
            assertThat(send(other, "POST", "/notes", note(UUID.randomUUID(), "x", ""))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send(other, "POST", "/notes", note(id, "x", "")).statusCode())
                    .isEqualTo(404);
            assertThat(send(other, "PATCH", "/notes/" + id, "{\"text\":\"x\",\"version\":1}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send(other, "DELETE", "/notes/" + id, "{}").statusCode()).isEqualTo(404);
            assertThat(send(other, "PUT", "/scorecard/draft", "{\"version\":0,\"fields\":{}}")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(send(new Browser(port), "POST", "/notes", note(id, "x", "")).statusCode())
                .isEqualTo(403);
        assertThat(as(interviewer, () -> notes.mine(interview)))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("Mine"));
    }

    /** Of two people with seats in one interview neither reaches the other's notes, ticks or draft. */
    @Test
    void keepsTwoInterviewersOfOneInterviewApart() {
        Person second = interviewer("Ole Vik");
        interview = interview(
                "system-design",
                Map.of(
                        interviewer.id(), Interview.Seat.Capacity.INTERVIEWER,
                        second.id(), Interview.Seat.Capacity.SHADOW));
        Browser other = signedIn(second);
        UUID id = UUID.randomUUID();
        send(browser, "POST", "/notes", note(id, "Mine alone", ""));
        send(browser, "PUT", "/scorecard/draft", "{\"version\":0,\"fields\":{\"summary\":\"Mine too\"}}");
        send(other, "DELETE", "/notes/" + id, "{}");
        assertThat(send(other, "PATCH", "/notes/" + id, "{\"text\":\"Not yours\",\"version\":1}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(
                                other,
                                "PUT",
                                "/scorecard/draft",
                                "{\"version\":0,\"fields\":{\"cite-rag-design\":\"" + id + "\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(other.get("/interviews/" + interview + "/room").body()).doesNotContain("Mine alone");
        assertThat(other.get("/interviews/" + interview + "/scorecard").body())
                .doesNotContain("Mine alone")
                .doesNotContain("Mine too");
        assertThat(as(interviewer, () -> notes.mine(interview))).hasSize(1);
    }

    @Test
    void answersAnOvertakenDraftWithTheFieldsAsTheyAre() {
        String first = "{\"version\":0,\"fields\":{\"summary\":\"First\",\"rating-rag-design\":\"4\"}}";
        assertThat(send(browser, "PUT", "/scorecard/draft", first).body()).contains("\"version\":1");
        HttpResponse<String> overtaken =
                send(browser, "PUT", "/scorecard/draft", "{\"version\":0,\"fields\":{\"summary\":\"Second\"}}");
        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(overtaken.body())
                .contains("\"summary\":\"First\"")
                .contains("\"rating-rag-design\":\"4\"")
                .contains("\"version\":1");
    }

    @Test
    void refusesForGoodWhenTheInterviewWasCancelled() {
        as(a(Role.RECRUITER), () -> {
            interviews.cancel(interview, interviews.get(interview).version());
            return true;
        });
        HttpResponse<String> answer = send(browser, "POST", "/notes", note(UUID.randomUUID(), "Late", ""));
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("This interview was cancelled.");
    }

    @Test
    void savesAnAutosaveInWellUnderASecond() {
        long worst = 0;
        for (int version = 0; version < 60; version++) {
            String body = "{\"version\":" + version + ",\"fields\":{\"summary\":\"" + version + "\"}}";
            long before = System.nanoTime();
            assertThat(send(browser, "PUT", "/scorecard/draft", body).statusCode())
                    .isEqualTo(200);
            worst = version < 20 ? 0 : Math.max(worst, System.nanoTime() - before);
        }
        System.out.println(
                "slowest of forty autosaves: " + Duration.ofNanos(worst).toMillis() + " ms");
        assertThat(Duration.ofNanos(worst)).isLessThan(Duration.ofSeconds(5));
    }
}
