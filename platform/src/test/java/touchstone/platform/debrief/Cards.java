package touchstone.platform.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.shared.Person;

/** Plans and scorecards for tests of the rule. Bars: junior 2, mid 3, senior 4, staff 5, unless a test says otherwise. */
final class Cards {

    static final Instant THEN = Instant.parse("2026-03-02T10:00:00Z");

    /** Stands where a test has not made a person yet. */
    static final Person NOBODY = Person.system(new UUID(0, 0));

    private static final List<Level> BARS = List.of(Level.JUNIOR, Level.MID, Level.SENIOR, Level.STAFF);

    private Cards() {}

    /** A plan for a senior whose competencies have these weights. */
    static FrozenPlan plan(DecisionRule rule, Map<String, Integer> weights) {
        List<String> ids = List.copyOf(weights.keySet());
        PlanStage loop = new PlanStage(
                "loop",
                StageKind.TECHNICAL_DEPTH,
                "Loop",
                60,
                new PlanStage.Panel(PlanStage.Pool.ENGINEERS, 3),
                ids,
                List.of(),
                Optional.empty());
        Plan plan = new Plan(
                "test",
                "Test",
                "ai-engineer",
                List.of(Level.SENIOR),
                "A plan.",
                List.of(loop),
                new Plan.Terms(weights, rule, new Plan.Span(3, 8)),
                List.of());
        return new FrozenPlan(
                new FrozenPlan.Publication(new UUID(0, 1), 1, THEN),
                plan,
                Level.SENIOR,
                ids.stream().map(Cards::competency).toList(),
                List.of(),
                List.of());
    }

    static DecisionRule rule(int atLeastBar, double noneBelow, DecisionRule.Unobserved unobserved) {
        return new DecisionRule(atLeastBar, noneBelow, unobserved, true, Optional.empty(), Optional.empty());
    }

    static Map<String, Integer> weights(Object... pairs) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return weights;
    }

    /** A competency; its title is its id. */
    static Competency competency(String id) {
        Map<Level, Competency.Bar> bars = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            bars.put(level, new Competency.Bar(BARS.indexOf(level) + 2, "The bar.", "An example."));
        }
        return new Competency(
                id,
                id,
                Topic.ENGINEERING,
                "What is rated.",
                List.of("Anchor one.", "Anchor two.", "Anchor three.", "Anchor four.", "Anchor five."),
                bars,
                List.of());
    }

    /** A scorecard; a rating of 0 is "not observed". */
    static Scorecard card(int number, Interview.Seat.Capacity capacity, Map<String, Integer> values) {
        List<Rating> ratings = new ArrayList<>();
        values.forEach((competency, value) -> ratings.add(
                value == 0
                        ? new Rating.NotObserved(competency)
                        : new Rating.Rated(
                                competency, value, List.of(new Evidence(Optional.empty(), "Seen by " + number)))));
        return new Scorecard(
                new UUID(1, number),
                new UUID(2, number),
                "loop",
                new Interview.Seat(new UUID(3, number), "Interviewer " + number, capacity),
                new ScorecardContent(Optional.of(Recommendation.YES), "A summary.", ratings),
                new Scorecard.Revision(1, "", THEN));
    }

    static Scorecard card(int number, Object... pairs) {
        return card(number, Interview.Seat.Capacity.INTERVIEWER, weights(pairs));
    }
}
