package touchstone.platform.interview;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageKind;
import touchstone.catalogue.content.Topic;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.hiring.HiringTest;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.TravellingClock;

/** A test with an application whose plan rates two competencies in every stage, and interviews for it. */
public abstract class InterviewTest extends HiringTest {

    protected static final String RAG = "rag-design";
    protected static final String EVALUATION = "evaluation-design";

    /** The stage of most tests' interviews. */
    protected static final String DESIGN = "system-design";

    @Autowired
    protected Interviews interviews;

    @Autowired
    protected Notes notes;

    @Autowired
    protected Scorecards scorecards;

    /** A new application to a new opening, in the stage of system design. */
    protected UUID candidacy() {
        UUID opening = opening("AI engineer " + UUID.randomUUID());
        publishLoop(opening);
        UUID application = application(opening, "Noor Rahman");
        moveTo(application, DESIGN);
        return application;
    }

    protected void moveTo(UUID application, String stage) {
        as(a(Role.RECRUITER), () -> {
            applications.move(
                    application,
                    stage,
                    "as it goes",
                    applications.get(application).version());
            return true;
        });
    }

    private void publishLoop(UUID opening) {
        UUID id = UUID.randomUUID();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        FrozenPlan plan = new FrozenPlan(
                new FrozenPlan.Publication(id, 2, at),
                new Plan(
                        "loop",
                        "Loop",
                        "ai-engineer",
                        List.of(Level.SENIOR),
                        "The whole way.",
                        STAGES.stream().map(InterviewTest::stage).toList(),
                        new Plan.Terms(
                                Map.of(RAG, 2, EVALUATION, 1),
                                new DecisionRule(
                                        70,
                                        2,
                                        DecisionRule.Unobserved.BLOCKS,
                                        true,
                                        Optional.empty(),
                                        Optional.empty()),
                                new Plan.Span(3, 8)),
                        List.of()),
                Level.SENIOR,
                List.of(competency(RAG, "Retrieval design"), competency(EVALUATION, "Evaluation design")),
                List.of(),
                List.of());
        as(
                a(Role.HIRING_MANAGER),
                () -> transactions.execute(status -> jdbc.sql("""
                    insert into hiring.plan_version
                      (id, organisation_id, opening_id, number, content, digest, published_at, published_by)
                    values (?, ?, ?, 2, cast(? as jsonb), 'x', ?, ?)
                    """)
                        .params(id, organisation(), opening, json.writeValueAsString(plan))
                        .params(
                                at.atOffset(ZoneOffset.UTC),
                                a(Role.HIRING_MANAGER).id())
                        .update()));
    }

    private static PlanStage stage(StageKind kind) {
        return new PlanStage(
                kind.id(),
                kind,
                "Stage " + kind.id(),
                60,
                new PlanStage.Panel(PlanStage.Pool.ENGINEERS, 1),
                kind.isInterview() ? List.of(RAG, EVALUATION) : List.of(),
                List.of(),
                Optional.empty());
    }

    private static Competency competency(String id, String title) {
        return new Competency(
                id,
                title,
                Topic.RETRIEVAL,
                "What is rated.",
                List.of("names nothing", "names parts", "joins parts", "weighs parts", "measures parts"),
                Map.of(Level.SENIOR, new Competency.Bar(4, "Weighs parts.", "Names the cost of each.")),
                List.of());
    }

    protected static Interview.Slot slot(Instant startsAt) {
        return new Interview.Slot(startsAt, 60, ZoneId.of("Europe/Berlin"), "Room 4");
    }

    /** Scheduled by the recruiter for tomorrow. */
    protected UUID scheduled(UUID application, String stage, Person... interviewers) {
        return interview(
                application,
                stage,
                Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES),
                seats(Interview.Seat.Capacity.INTERVIEWER, interviewers));
    }

    /** Began so long ago and took place. */
    protected UUID held(UUID application, String stage, Duration ago, Map<UUID, Interview.Seat.Capacity> seats) {
        Instant startsAt = Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS);
        UUID id = interview(application, stage, startsAt, seats);
        return TravellingClock.at(
                startsAt.plus(1, ChronoUnit.HOURS),
                () -> as(a(Role.RECRUITER), () -> {
                    interviews.tookPlace(id, interviews.get(id).version());
                    return id;
                }));
    }

    /** Took place two hours ago. */
    protected UUID held(UUID application, String stage, Person... interviewers) {
        return held(application, stage, Duration.ofHours(2), seats(Interview.Seat.Capacity.INTERVIEWER, interviewers));
    }

    protected UUID interview(
            UUID application, String stage, Instant startsAt, Map<UUID, Interview.Seat.Capacity> seats) {
        return as(a(Role.RECRUITER), () -> interviews.schedule(application, stage, slot(startsAt), seats));
    }

    protected static Map<UUID, Interview.Seat.Capacity> seats(
            Interview.Seat.Capacity capacity, Person... interviewers) {
        Map<UUID, Interview.Seat.Capacity> seats = new HashMap<>();
        for (Person one : interviewers) {
            seats.put(one.id(), capacity);
        }
        return seats;
    }

    /** A complete scorecard: both competencies rated alike, with evidence. */
    protected static ScorecardContent rated(int value) {
        return rated(value, "Named the cost of each part.");
    }

    protected static ScorecardContent rated(int value, String evidence) {
        List<Evidence> cited = List.of(new Evidence(Optional.empty(), evidence));
        return new ScorecardContent(
                Optional.of(value >= 3 ? Recommendation.YES : Recommendation.NO),
                "Thought aloud.",
                List.of(new Rating.Rated(RAG, value, cited), new Rating.Rated(EVALUATION, value, cited)));
    }

    protected Scorecard submit(Person author, UUID interview, ScorecardContent content) {
        return requireNonNull(as(
                author,
                () -> scorecards.submit(
                        interview, content, scorecards.draft(interview).version())));
    }
}
