package touchstone.platform.hiring;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.TravellingClock;

/** A test with an opening whose plan is published, and candidates for it. */
public abstract class HiringTest extends PlatformTest {

    /** The stages of the test's plan, in their order. */
    protected static final List<StageKind> STAGES = List.of(
            StageKind.RECRUITER_SCREEN,
            StageKind.TECHNICAL_SCREEN,
            StageKind.TAKE_HOME,
            StageKind.SYSTEM_DESIGN,
            StageKind.BAR_RAISER,
            StageKind.DEBRIEF,
            StageKind.OFFER);

    @Autowired
    protected Candidates candidates;

    @Autowired
    protected Applications applications;

    @Autowired
    protected TakeHomes takeHomes;

    @Autowired
    protected JsonMapper json;

    /** An open opening with a published plan of {@link #STAGES}; a stage's id is its kind's. */
    protected UUID opening(String title) {
        UUID opening = UUID.randomUUID();
        Person manager = a(Role.HIRING_MANAGER);
        as(
                manager,
                () -> transactions.execute(status -> jdbc.sql("""
                    insert into hiring.opening
                      (id, organisation_id, title, team, role, level, hiring_manager, state, created_at)
                    values (?, ?, ?, 'Search', 'ai-engineer', 'senior', ?, 'OPEN', now())
                    """)
                        .params(opening, organisation(), title, manager.id())
                        .update()));
        publish(opening, 1, STAGES);
        return opening;
    }

    /** Publishes a plan of these stages as the next version. */
    protected void publish(UUID opening, int number, List<StageKind> stages) {
        UUID id = UUID.randomUUID();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        FrozenPlan plan = new FrozenPlan(
                new FrozenPlan.Publication(id, number, at),
                plan(stages),
                Level.SENIOR,
                List.of(),
                List.of(),
                List.of());
        as(
                a(Role.HIRING_MANAGER),
                () -> transactions.execute(status -> jdbc.sql("""
                    insert into hiring.plan_version
                      (id, organisation_id, opening_id, number, content, digest, published_at, published_by)
                    values (?, ?, ?, ?, ?, 'x', ?, ?)
                    """)
                        .params(id, organisation(), opening, number, json.writeValueAsString(plan))
                        .params(
                                at.atOffset(ZoneOffset.UTC),
                                a(Role.HIRING_MANAGER).id())
                        .update()));
    }

    private static Plan plan(List<StageKind> stages) {
        return new Plan(
                "full-loop",
                "Full loop",
                "ai-engineer",
                List.of(Level.SENIOR),
                "The whole way.",
                stages.stream().map(HiringTest::stage).toList(),
                new Plan.Terms(
                        Map.of("rag-design", 1),
                        new DecisionRule(
                                70, 2, DecisionRule.Unobserved.BLOCKS, true, Optional.empty(), Optional.empty()),
                        new Plan.Span(3, 8)),
                List.of());
    }

    private static PlanStage stage(StageKind kind) {
        return new PlanStage(
                kind.id(),
                kind,
                "Stage " + kind.id(),
                45,
                new PlanStage.Panel(PlanStage.Pool.ENGINEERS, 1),
                List.of("rag-design"),
                List.of(),
                Optional.empty());
    }

    /** A new candidate, taken up by the recruiter. */
    protected UUID candidate(String name) {
        return as(
                a(Role.RECRUITER),
                () -> candidates.add(
                        name,
                        name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "-" + UUID.randomUUID()
                                + "@example.org",
                        ZoneId.of("Asia/Tokyo"),
                        "Referral"));
    }

    /** A new candidate's application to the opening. */
    protected UUID application(UUID opening, String name) {
        UUID candidate = candidate(name);
        return as(a(Role.RECRUITER), () -> applications.apply(candidate, opening));
    }

    /** The candidate of an application, as the person who signs in. */
    protected Person candidateOf(UUID application) {
        Candidacy.Subject subject =
                as(a(Role.RECRUITER), () -> applications.get(application)).candidate();
        return new Person(subject.id(), organisation(), subject.name(), Set.of(Role.CANDIDATE), subject.zone());
    }

    /** Does the work as the recruiter, so many days ago. */
    protected <T> T daysAgo(int days, ScopedValue.CallableOp<T, RuntimeException> work) {
        Instant then = Instant.now().minus(Duration.ofDays(days));
        return TravellingClock.at(then, () -> as(a(Role.RECRUITER), work));
    }
}
