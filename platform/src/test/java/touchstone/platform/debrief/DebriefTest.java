package touchstone.platform.debrief;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import touchstone.platform.interview.Evidence;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.InterviewTest;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/**
 * A test with an application in its debrief: a senior's plan with three competencies (weights 5, 3, 2; bars junior 2, mid
 * 3, senior 4, staff 5), two interviewers, a bar raiser and a shadow who have submitted.
 */
public abstract class DebriefTest extends InterviewTest {

    protected static final String RETRIEVAL = "retrieval";
    protected static final String EVAL = "evaluation";
    protected static final String TALK = "communication";
    private static final List<Level> LEVELS = List.of(Level.JUNIOR, Level.MID, Level.SENIOR, Level.STAFF);

    @Autowired
    protected Debriefs debriefs;

    @Autowired
    protected Decisions decisions;

    @Autowired
    protected Opinions opinions;

    @Autowired
    protected Vetoes vetoes;

    @Autowired
    protected Offers offers;

    @Autowired
    protected Feedbacks feedbacks;

    protected Person ivy = Cards.NOBODY;
    protected Person omar = Cards.NOBODY;
    protected Person bea = Cards.NOBODY;
    protected Person sam = Cards.NOBODY;

    /** What each says: {@code retrieval, evaluation, communication}; 0 is not observed. */
    public record Ratings(int retrieval, int evaluation, int communication) {}

    /** Ratings that pass at the level asked for: 4+5+4, 4+4, 3+4+4 as in the rule's example. */
    protected UUID passing() {
        return debating(new Ratings(4, 4, 3), new Ratings(5, 0, 4), new Ratings(4, 4, 4));
    }

    /** An application in its debrief with these ratings by Ivy, Omar and Bea, the bar raiser. */
    protected UUID debating(Ratings ofIvy, Ratings ofOmar, Ratings ofBea) {
        UUID application = interviewed();
        UUID design = held(application, "system-design", Duration.ofHours(30), panel());
        UUID raising = held(
                application, "bar-raiser", Duration.ofHours(20), Map.of(bea.id(), Interview.Seat.Capacity.BAR_RAISER));
        submit(ivy, design, content(ofIvy));
        submit(omar, design, content(ofOmar));
        submit(sam, design, content(new Ratings(1, 1, 1)));
        submit(bea, raising, content(ofBea));
        moveTo(application, "debrief");
        return application;
    }

    /** An application in the design round, with people to interview. */
    protected UUID interviewed() {
        UUID opening = opening("AI engineer " + UUID.randomUUID());
        publishSenior(opening);
        UUID application = application(opening, "Noor Rahman");
        moveTo(application, "system-design");
        ivy = person("Ivy Interviewer", Role.INTERVIEWER);
        omar = person("Omar Interviewer", Role.INTERVIEWER);
        bea = person("Bea Raiser", Role.BAR_RAISER);
        sam = person("Sam Shadow", Role.INTERVIEWER);
        return application;
    }

    protected Map<UUID, Interview.Seat.Capacity> panel() {
        Map<UUID, Interview.Seat.Capacity> seats = new HashMap<>();
        seats.put(ivy.id(), Interview.Seat.Capacity.INTERVIEWER);
        seats.put(omar.id(), Interview.Seat.Capacity.INTERVIEWER);
        seats.put(sam.id(), Interview.Seat.Capacity.SHADOW);
        return seats;
    }

    protected static ScorecardContent content(Ratings ratings) {
        Map<String, Integer> values = new LinkedHashMap<>();
        values.put(RETRIEVAL, ratings.retrieval());
        values.put(EVAL, ratings.evaluation());
        values.put(TALK, ratings.communication());
        List<Rating> all = new ArrayList<>();
        values.forEach((id, value) -> all.add(
                value == 0
                        ? new Rating.NotObserved(id)
                        : new Rating.Rated(
                                id,
                                value,
                                List.of(
                                        new Evidence(Optional.empty(), "Told Ivy how " + id + " was measured"),
                                        new Evidence(Optional.empty(), "Gave the numbers before and after")))));
        return new ScorecardContent(Optional.of(Recommendation.YES), "Thought aloud, asked for the data first.", all);
    }

    protected void publishSenior(UUID opening) {
        publishSenior(opening, DecisionRule.Ratings.RAW);
    }

    protected void publishSenior(UUID opening, DecisionRule.Ratings compared) {
        UUID id = UUID.randomUUID();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        FrozenPlan plan = new FrozenPlan(
                new FrozenPlan.Publication(id, 2, at),
                new Plan(
                        "senior",
                        "Senior loop",
                        "ai-engineer",
                        List.of(Level.SENIOR),
                        "The whole way.",
                        STAGES.stream().map(DebriefTest::stage).toList(),
                        new Plan.Terms(
                                Cards.weights(RETRIEVAL, 5, EVAL, 3, TALK, 2),
                                new DecisionRule(
                                        70,
                                        2,
                                        DecisionRule.Unobserved.BLOCKS,
                                        true,
                                        Optional.empty(),
                                        Optional.of(compared)),
                                new Plan.Span(3, 8)),
                        List.of()),
                Level.SENIOR,
                List.of(
                        competency(RETRIEVAL, "Retrieval design"),
                        competency(EVAL, "Evaluation discipline"),
                        competency(TALK, "Technical communication")),
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
                kind.isInterview() ? List.of(RETRIEVAL, EVAL, TALK) : List.of(),
                List.of(),
                Optional.empty());
    }

    private static Competency competency(String id, String title) {
        Map<Level, Competency.Bar> bars = new EnumMap<>(Level.class);
        LEVELS.forEach(level ->
                bars.put(level, new Competency.Bar(LEVELS.indexOf(level) + 2, "Weighs the parts.", "Names a cost.")));
        return new Competency(
                id,
                title,
                Topic.RETRIEVAL,
                "What is rated.",
                List.of(
                        "Names no part of it.",
                        "Names the parts.",
                        "Joins the parts into one design.",
                        "Weighs the parts against each other with numbers.",
                        "Measures the parts and changes the design by what was measured."),
                bars,
                List.of());
    }

    /** Decides as the hiring manager. */
    protected UUID decide(UUID application, Decision.Outcome outcome, String against) {
        return decide(application, new Decision.Draft(outcome, Level.MID, "The numbers were measured.", against));
    }

    protected UUID decide(UUID application, Decision.Draft draft) {
        return as(
                a(Role.HIRING_MANAGER),
                () -> decisions.decide(
                        application, draft, applications.get(application).version()));
    }

    protected Debrief view(Person person, UUID application) {
        return as(person, () -> debriefs.view(application));
    }
}
