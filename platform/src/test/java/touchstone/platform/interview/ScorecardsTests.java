package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** One's own scorecard: draft, submission, correction. */
@RecordApplicationEvents
class ScorecardsTests extends InterviewTest {

    private static final ScorecardContent EMPTY = new ScorecardContent(Optional.empty(), "", List.of());

    @Autowired
    private ApplicationEvents events;

    /** R-SCORE-2: every competency of the stage stands there, against its written anchors. */
    @Test
    void beginsWithEveryCompetencyOfTheStageOpen() {
        UUID interview = held(candidacy(), DESIGN, a(Role.INTERVIEWER));
        Scorecards.Draft draft = as(a(Role.INTERVIEWER), () -> scorecards.draft(interview));
        assertThat(draft.version()).isZero();
        assertThat(draft.content().ratings())
                .containsExactly(new Rating.Open(RAG, List.of()), new Rating.Open(EVALUATION, List.of()));
    }

    @Test
    void keepsADraftAndReadsItBackAsItWas() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        UUID note = as(a(Role.INTERVIEWER), () -> notes.add(interview, "Asked for the load.", Note.Context.NONE));
        ScorecardContent content = new ScorecardContent(
                Optional.of(Recommendation.STRONG_YES),
                "Žluťoučký 🐎 \"quoted\" \\ line\nbreak",
                List.of(
                        new Rating.Rated(RAG, 5, List.of(new Evidence(Optional.of(note), "Asked for the load."))),
                        new Rating.NotObserved(EVALUATION)));
        int version = save(a(Role.INTERVIEWER), interview, content, 0);
        assertThat(version).isEqualTo(1);
        assertThat(as(a(Role.INTERVIEWER), () -> scorecards.draft(interview)))
                .isEqualTo(new Scorecards.Draft(content, 1));
    }

    /** A save whose answer was lost is repeated with the old version. */
    @Test
    void keepsTheSameContentOnce() {
        UUID interview = held(candidacy(), DESIGN, a(Role.INTERVIEWER));
        assertThat(save(a(Role.INTERVIEWER), interview, rated(3), 0)).isEqualTo(1);
        assertThat(save(a(Role.INTERVIEWER), interview, rated(3), 0)).isEqualTo(1);
        assertThat(save(a(Role.INTERVIEWER), interview, rated(3), 1)).isEqualTo(1);
        assertThat(save(a(Role.INTERVIEWER), interview, rated(4), 1)).isEqualTo(2);
    }

    @Test
    void tellsTheSecondWindowAndLosesNothing() {
        UUID interview = held(candidacy(), DESIGN, a(Role.INTERVIEWER));
        save(a(Role.INTERVIEWER), interview, rated(3), 0);
        assertThatThrownBy(() -> save(a(Role.INTERVIEWER), interview, rated(1), 0))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessage("interview.scorecard.changed");
        assertThat(as(a(Role.INTERVIEWER), () -> scorecards.draft(interview)).content())
                .isEqualTo(rated(3));
    }

    @Test
    void isForThoseWithASeatOnly() {
        UUID interview = held(candidacy(), DESIGN, a(Role.INTERVIEWER));
        for (Role role : List.of(Role.ADMINISTRATOR, Role.HIRING_MANAGER, Role.RECRUITER, Role.BAR_RAISER)) {
            assertThatThrownBy(() -> as(a(role), () -> scorecards.draft(interview)))
                    .hasMessage("interview.missing");
            assertThatThrownBy(() -> save(a(role), interview, rated(3), 0)).hasMessage("interview.missing");
            assertThatThrownBy(() -> submit(a(role), interview, rated(3))).hasMessage("interview.missing");
        }
    }

    /** R-SCORE-1, R-SCORE-2: a rating without what was seen is no rating. */
    @Test
    void refusesToSubmitWhatIsNotComplete() {
        UUID interview = held(candidacy(), DESIGN, a(Role.INTERVIEWER));
        ScorecardContent full = rated(4);
        refuses(interview, new ScorecardContent(Optional.empty(), "", full.ratings()), "no-recommendation");
        refuses(interview, new ScorecardContent(full.recommendation(), "", List.of()), "open");
        refuses(interview, rated(4, "  "), "no-evidence");
        refuses(
                interview,
                new ScorecardContent(
                        full.recommendation(), "", List.of(new Rating.NotObserved(RAG), new Rating.NotObserved(RAG))),
                "rated-twice");
        assertThat(submit(
                                a(Role.INTERVIEWER),
                                interview,
                                new ScorecardContent(
                                        full.recommendation(),
                                        "",
                                        List.of(new Rating.NotObserved(RAG), new Rating.NotObserved(EVALUATION))))
                        .revision()
                        .number())
                .isEqualTo(1);
    }

    private void refuses(UUID interview, ScorecardContent content, String code) {
        assertThatThrownBy(() -> submit(a(Role.INTERVIEWER), interview, content))
                .hasMessage("interview.scorecard." + code);
    }

    @Test
    void refusesCompetenciesOfOtherStagesAndNotesOfOthers() {
        UUID application = candidacy();
        Person other = person("other", Role.INTERVIEWER);
        UUID interview = held(application, DESIGN, a(Role.INTERVIEWER), other);
        assertThatThrownBy(() -> save(
                        a(Role.INTERVIEWER),
                        interview,
                        new ScorecardContent(Optional.empty(), "", List.of(new Rating.NotObserved("cooking"))),
                        0))
                .hasMessage("interview.competency.not-of-stage");
        UUID note = as(other, () -> notes.add(interview, "Mine.", Note.Context.NONE));
        assertThatThrownBy(() -> save(
                        a(Role.INTERVIEWER),
                        interview,
                        new ScorecardContent(
                                Optional.empty(),
                                "",
                                List.of(new Rating.Open(RAG, List.of(new Evidence(Optional.of(note), "Mine."))))),
                        0))
                .hasMessage("interview.scorecard.not-your-note");
    }

    /** R-SCORE-3: only what was held can be rated, and not before. */
    @Test
    void takesNoScorecardOfAnInterviewThatWasNotHeld() {
        UUID application = candidacy();
        UUID interview = scheduled(application, DESIGN, a(Role.INTERVIEWER));
        assertThatThrownBy(() -> submit(a(Role.INTERVIEWER), interview, rated(4)))
                .hasMessage("interview.scorecard.not-held");
        as(a(Role.RECRUITER), () -> {
            interviews.cancel(interview, 1);
            return true;
        });
        assertThatThrownBy(() -> save(a(Role.INTERVIEWER), interview, rated(4), 0))
                .hasMessage("interview.cancelled");
    }

    @Test
    void submitsOnce() throws Exception {
        UUID application = candidacy();
        UUID interview = held(application, DESIGN, a(Role.INTERVIEWER));
        Person author = a(Role.INTERVIEWER);
        Callable<UUID> submission = () ->
                as(author, () -> scorecards.submit(interview, rated(4), 0)).id();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(List.of(submission, submission, submission, submission));
            UUID first = results.getFirst().get();
            for (var result : results) {
                assertThat(result.get()).isEqualTo(first);
            }
        }
        assertThat(as(author, () -> scorecards.visible(application)).shown()).hasSize(1);
        assertThat(as(author, () -> scorecards.own(interview)))
                .hasValueSatisfying(card -> assertThat(card.content()).isEqualTo(rated(4)));
    }

    @Test
    void changesOnlyByACorrectionOnceSubmitted() {
        UUID interview = held(candidacy(), DESIGN, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), interview, rated(4));
        assertThatThrownBy(() -> submit(a(Role.INTERVIEWER), interview, rated(1)))
                .hasMessage("interview.scorecard.submitted");
        assertThatThrownBy(() -> save(a(Role.INTERVIEWER), interview, rated(1), 1))
                .hasMessage("interview.scorecard.submitted");
    }

    @Test
    void correctsWithAReasonAndKeepsWhatWasSaidBefore() {
        UUID application = candidacy();
        UUID interview = held(application, DESIGN, a(Role.INTERVIEWER));
        Person author = a(Role.INTERVIEWER);
        Scorecard first = submit(author, interview, rated(4));
        Instant between = Instant.now();
        assertThatThrownBy(() -> as(author, () -> scorecards.correct(first.id(), rated(2), "typo")))
                .hasMessage("interview.reason-too-short");
        assertThatThrownBy(() -> as(author, () -> scorecards.correct(first.id(), EMPTY, "Rated the wrong one.")))
                .hasMessage("interview.scorecard.no-recommendation");
        Scorecard second = as(author, () -> scorecards.correct(first.id(), rated(2), "Rated the wrong one."));
        Scorecard again = as(author, () -> scorecards.correct(first.id(), rated(2), "Rated the wrong one."));
        assertThat(again).isEqualTo(second);
        assertThatThrownBy(() -> as(author, () -> scorecards.correct(first.id(), rated(2), "For another reason.")))
                .hasMessage("interview.scorecard.nothing-corrected");
        assertThat(as(author, () -> scorecards.history(first.id())))
                .extracting(card -> card.revision().number(), Scorecard::content)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, rated(4)),
                        org.assertj.core.groups.Tuple.tuple(2, rated(2)));
        assertThat(as(author, () -> scorecards.visible(application)).shown())
                .singleElement()
                .isEqualTo(second);
        assertThat(as(author, () -> scorecards.asOf(application, between)))
                .singleElement()
                .isEqualTo(first);
        assertThatThrownBy(() -> as(
                        person("stranger", Role.INTERVIEWER),
                        () -> scorecards.correct(first.id(), rated(5), "It is not mine at all.")))
                .hasMessage("interview.scorecard.missing");
        assertThat(events.stream(ScorecardEvent.ScorecardSubmitted.class)).hasSize(1);
        assertThat(events.stream(ScorecardEvent.ScorecardCorrected.class)).hasSize(1);
    }

    private int save(Person person, UUID interview, ScorecardContent content, int version) {
        return as(person, () -> scorecards.saveDraft(interview, content, version));
    }
}
