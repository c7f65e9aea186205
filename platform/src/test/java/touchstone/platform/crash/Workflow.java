package touchstone.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Candidate;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.interview.Evidence;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.interview.Note;
import touchstone.platform.interview.Notes;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;

/** Does steps as the people of the organisation would, each again if it is not known whether it was done. */
record Workflow(ApplicationContext context, UUID organisation, UUID opening, List<Account> interviewers) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String REASON = "I had mixed up two answers.";

    void act(Step step) {
        switch (step.action()) {
            case ADD -> add(step);
            case APPLY -> apply(step);
            case SCHEDULE -> schedule(step);
            case NOTE ->
                as(
                        0,
                        () -> get(Notes.class)
                                .add(
                                        interview(step).id(),
                                        noteId(step),
                                        "Note of " + step.email(),
                                        new Note.Context(Optional.empty(), Optional.empty(), Optional.empty()),
                                        Optional.empty()));
            case DRAFT -> as(0, () -> draft(step, content(step, 2)));
            case TOOK_PLACE -> tookPlace(step);
            case SUBMIT_ONE -> as(0, () -> submit(step, content(step, 3)));
            case SUBMIT_OTHER -> as(1, () -> submit(step, content(step, 4)));
            case CORRECT -> as(0, () -> get(Scorecards.class).correct(own(step).id(), content(step, 5), REASON));
            case MOVE -> move(step);
        }
    }

    /** What the step confirmed is there, once. */
    void verify(Step step) {
        switch (step.action()) {
            case ADD -> assertThat(candidate(step)).as("%s", step).isPresent();
            case APPLY -> assertThat(candidacy(step)).as("%s", step).isPresent();
            case SCHEDULE ->
                assertThat(system(() -> get(Interviews.class).ofApplication(application(step))))
                        .as("%s", step)
                        .hasSize(1);
            case NOTE ->
                assertThat(as(0, () -> get(Notes.class).mine(interview(step).id())))
                        .as("%s", step)
                        .singleElement()
                        .satisfies(note -> assertThat(note.text()).isEqualTo("Note of " + step.email()));
            case DRAFT ->
                assertThat(as(
                                0,
                                () -> get(Scorecards.class)
                                        .draft(interview(step).id())
                                        .version()))
                        .as("%s", step)
                        .isPositive();
            case TOOK_PLACE ->
                assertThat(interview(step).state()).as("%s", step).isEqualTo(Interview.State.TOOK_PLACE);
            case SUBMIT_ONE ->
                assertThat(own(step).revision().number()).as("%s", step).isPositive();
            case SUBMIT_OTHER ->
                assertThat(as(1, () -> get(Scorecards.class).own(interview(step).id())))
                        .as("%s", step)
                        .hasValueSatisfying(card -> {
                            assertThat(card.content()).isEqualTo(content(step, 4));
                            assertThat(card.revision().number()).isEqualTo(1);
                        });
            case CORRECT -> {
                assertThat(own(step).revision().number()).as("%s", step).isEqualTo(2);
                assertThat(own(step).content()).as("%s", step).isEqualTo(content(step, 5));
            }
            case MOVE ->
                assertThat(system(() -> get(Applications.class).history(application(step))))
                        .as("%s: applied, then moved once", step)
                        .hasSize(2);
        }
    }

    private void add(Step step) {
        if (candidate(step).isEmpty()) {
            system(() -> get(Candidates.class).add("Somebody " + step.email(), step.email(), ZONE, ""));
        }
    }

    private void apply(Step step) {
        if (candidacy(step).isEmpty()) {
            system(() ->
                    get(Applications.class).apply(candidate(step).orElseThrow().id(), opening));
        }
    }

    private void schedule(Step step) {
        UUID application = application(step);
        system(() -> {
            if (get(Interviews.class).ofApplication(application).isEmpty()) {
                Candidacy candidacy = get(Applications.class).get(application);
                Map<UUID, Interview.Seat.Capacity> seats = Map.of(
                        interviewers.get(0).id(), Interview.Seat.Capacity.INTERVIEWER,
                        interviewers.get(1).id(), Interview.Seat.Capacity.INTERVIEWER);
                Interview.Slot slot = new Interview.Slot(Instant.parse("2026-05-04T08:00:00Z"), 45, ZONE, "");
                get(Interviews.class).schedule(application, candidacy.stage().id(), slot, seats);
            }
            return application;
        });
    }

    private void tookPlace(Step step) {
        Interview interview = interview(step);
        if (interview.state() == Interview.State.SCHEDULED) {
            system(() -> {
                get(Interviews.class).tookPlace(interview.id(), interview.version());
                return interview;
            });
        }
    }

    private void move(Step step) {
        Candidacy candidacy = candidacy(step).orElseThrow();
        List<PlanStage> stages = candidacy.plan().plan().stages();
        if (candidacy.stage().equals(stages.getFirst())) {
            system(() -> {
                get(Applications.class).move(candidacy.id(), stages.get(1).id(), "", candidacy.version());
                return candidacy;
            });
        }
    }

    private int draft(Step step, ScorecardContent content) {
        Scorecards scorecards = get(Scorecards.class);
        UUID interview = interview(step).id();
        return scorecards.saveDraft(
                interview, content, scorecards.draft(interview).version());
    }

    private Scorecard submit(Step step, ScorecardContent content) {
        Scorecards scorecards = get(Scorecards.class);
        UUID interview = interview(step).id();
        return scorecards.submit(interview, content, scorecards.draft(interview).version());
    }

    private Scorecard own(Step step) {
        return as(0, () -> get(Scorecards.class).own(interview(step).id()).orElseThrow());
    }

    private ScorecardContent content(Step step, int value) {
        PlanStage stage = candidacy(step).orElseThrow().plan().plan().stages().getFirst();
        List<Rating> ratings = stage.competencies().stream()
                .<Rating>map(competency -> new Rating.Rated(
                        competency, value, List.of(new Evidence(Optional.empty(), "Said so in " + step.email()))))
                .toList();
        return new ScorecardContent(Optional.of(Recommendation.YES), "Value " + value, ratings);
    }

    private static UUID noteId(Step step) {
        return UUID.nameUUIDFromBytes(step.email().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Candidate> candidate(Step step) {
        return system(() -> get(Candidates.class).search(step.email(), 1).candidates().stream()
                .filter(one -> one.email().equals(step.email()))
                .findFirst());
    }

    private Optional<Candidacy> candidacy(Step step) {
        return candidate(step)
                .flatMap(candidate -> system(
                        () -> get(Applications.class).all(Applications.Filter.ofCandidate(candidate.id())).stream()
                                .findFirst()));
    }

    private UUID application(Step step) {
        return candidacy(step).orElseThrow().id();
    }

    private Interview interview(Step step) {
        return system(() -> get(Interviews.class).ofApplication(application(step)).stream()
                        .findFirst())
                .orElseThrow();
    }

    private <T> T system(ScopedValue.CallableOp<T, Refusal> work) {
        return Acting.as(Person.system(organisation), work);
    }

    private <T> T as(int interviewer, ScopedValue.CallableOp<T, Refusal> work) {
        return Acting.as(interviewers.get(interviewer).person(), work);
    }

    private <T> T get(Class<T> service) {
        return context.getBean(service);
    }

    /** The people and the plan that the steps need, made once. */
    static Workflow of(ApplicationContext context) {
        return Stage.set(context);
    }

    static List<Account> interviewers(Accounts accounts) {
        return accounts.all().stream()
                .filter(account -> account.email().startsWith("interviewer-"))
                .toList();
    }
}
