package touchstone.platform.hiring.board;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.HiringTest;
import touchstone.platform.hiring.StageClock;
import touchstone.platform.shared.Role;

/** The pipeline board. */
class BoardTests extends HiringTest {

    @Autowired
    private Board board;

    @Test
    void putsEveryApplicationInItsColumnTheLongestFirst() {
        UUID opening = opening("Search engineer");
        UUID other = opening("Other");
        UUID late = daysAgo(60, () -> application(opening, "Ada Late"));
        UUID fresh = application(opening, "Ada Fresh");
        UUID moved = application(opening, "Ada Moved");
        UUID ended = application(opening, "Ada Ended");
        UUID elsewhere = application(other, "Ada Elsewhere");
        as(a(Role.RECRUITER), () -> {
            applications.move(moved, StageKind.DEBRIEF.id(), "Known", 1);
            applications.close(ended, Candidacy.State.REJECTED, "No", 1);
            return true;
        });
        BoardView view = of(Optional.of(opening));
        assertThat(view.columns()).extracting(BoardView.Column::kind).containsExactlyElementsOf(STAGES);
        assertThat(cards(view, "recruiter-screen")).containsExactly(late, fresh);
        assertThat(cards(view, "debrief")).containsExactly(moved);
        assertThat(view.ended(Candidacy.State.REJECTED)).isEqualTo(1);
        assertThat(view.active()).isEqualTo(3);
        assertThat(view.columns().getFirst().cards().getFirst().clock().pace()).isEqualTo(StageClock.Pace.LATE);
        assertThat(cards(of(Optional.empty()), "recruiter-screen")).contains(late, fresh, elsewhere);
    }

    /** Somebody may stand in a stage that the current plan does not have any more. */
    @Test
    void showsStagesOfEarlierPlans() {
        UUID opening = opening("Search engineer");
        UUID application = application(opening, "Ada Early");
        publish(opening, 2, List.of(StageKind.CODING, StageKind.DEBRIEF));
        BoardView view = of(Optional.of(opening));
        assertThat(view.columns())
                .extracting(BoardView.Column::id)
                .containsExactly("coding", "debrief", "recruiter-screen");
        assertThat(cards(view, "recruiter-screen")).containsExactly(application);
    }

    @Test
    void asksTheSameNumberOfQueriesHoweverMuchIsOnIt() {
        UUID opening = opening("Search engineer");
        fill(opening, 40);
        of(Optional.of(opening));
        int few = queries(() -> of(Optional.of(opening)));
        int fewOverAll = queries(() -> of(Optional.empty()));
        fill(opening, 1960);
        assertThat(queries(() -> of(Optional.of(opening)))).isEqualTo(few).isLessThan(8);
        assertThat(queries(() -> of(Optional.empty()))).isEqualTo(fewOverAll).isLessThan(8);
        BoardView view = of(Optional.of(opening));
        BoardView.Column first = view.columns().getFirst();
        assertThat(view.active()).isEqualTo(2000);
        assertThat(first.cards()).hasSize(BoardRows.PAGE);
        assertThat(first.more()).isTrue();
        BoardView next = as(a(Role.RECRUITER), () -> board.of(Optional.of(opening), first.id(), 2));
        assertThat(next.columns().getFirst().cards()).doesNotContainAnyElementsOf(first.cards());
        assertThat(next.columns().get(1).page()).isEqualTo(1);
        assertThat(next.here()).isEqualTo("/board?opening=" + opening + "&column=recruiter-screen&page=2");
    }

    @Test
    void isAPageWithAFormOnEveryCard() {
        UUID opening = opening("Search engineer");
        UUID application = application(opening, "Ada Card");
        Browser browser = browser(a(Role.RECRUITER));
        assertThat(browser.get("/board?opening=" + opening).body())
                .contains("Ada Card", "/applications/" + application + "/move", "Stage technical-screen")
                .contains("name=\"back\" value=\"/board?opening=" + opening + "\"");
        assertThat(browser.get("/board").body()).contains("Recruiter screen", "Search engineer");
        assertThat(browser.get("/board?opening=nonsense").statusCode()).isEqualTo(400);
        assertThat(browser.get("/board?opening=" + UUID.randomUUID()).body()).contains("Nobody is here yet");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"INTERVIEWER", "BAR_RAISER"})
    void isClosedToThoseWhoOnlyTakePart(Role role) {
        assertThat(browser(a(role)).get("/board").statusCode()).isEqualTo(403);
    }

    private BoardView of(Optional<UUID> opening) {
        return as(a(Role.RECRUITER), () -> board.of(opening, "", 1));
    }

    private static List<UUID> cards(BoardView view, String column) {
        return view.columns().stream()
                .filter(one -> one.id().equals(column))
                .flatMap(one -> one.cards().stream())
                .map(BoardView.Card::id)
                .toList();
    }

    /** Puts so many candidates into the stages of the plan, in turn. */
    private void fill(UUID opening, int many) {
        as(
                a(Role.RECRUITER),
                () -> transactions.execute(status -> jdbc.sql("""
                    with c as (
                      insert into hiring.candidate (id, organisation_id, name, email, zone, created_at)
                      select gen_random_uuid(), :organisation, 'Candidate ' || n, gen_random_uuid() || '@example.org', 'UTC',
                             now()
                      from generate_series(1, :many) n
                      returning id, name)
                    insert into hiring.application (id, organisation_id, opening_id, candidate_id, plan_version_id, stage,
                                                    stage_kind, stage_since, state, applied_at)
                    select gen_random_uuid(), :organisation, :opening, c.id, v.id, s.stage, s.stage, now(), 'ACTIVE', now()
                    from c
                    cross join lateral (select (string_to_array(:stages, ','))[
                        1 + cast(substr(c.name, 11) as integer) % :kinds] as stage) s
                    join hiring.plan_version v on v.opening_id = :opening and v.number = 1
                    """)
                        .param("organisation", organisation())
                        .param("many", many)
                        .param("opening", opening)
                        .param(
                                "stages",
                                String.join(
                                        ",", STAGES.stream().map(StageKind::id).toList()))
                        .param("kinds", STAGES.size())
                        .update()));
    }

    /** How many queries the work asks the database. */
    private static int queries(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.setLevel(null);
            logger.setAdditive(true);
            logger.detachAppender(heard);
        }
        String self = Thread.currentThread().getName();
        return (int) heard.list.stream()
                .filter(event -> event.getThreadName().equals(self))
                .filter(event -> event.getFormattedMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }
}
