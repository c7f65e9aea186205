package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.platform.debrief.Cards.card;
import static touchstone.platform.debrief.Cards.plan;
import static touchstone.platform.debrief.Cards.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.DecisionRule.Unobserved;
import touchstone.catalogue.content.Level;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.interview.Scorecard;

/** A rule that compares fair scores: where they count, where the mean does instead, and that it always says which. */
class FairRuleTests {

    private static final FrozenPlan PLAN = plan(
            new DecisionRule(50, 2, Unobserved.BLOCKS, false, Optional.empty(), Optional.of(DecisionRule.Ratings.FAIR)),
            weights("design", 1, "code", 1));
    private static final List<Scorecard> CARDS =
            List.of(card(1, "design", 3, "code", 4), card(2, "design", 4, "code", 4));
    private static final FairRatings.Basis BASIS = new FairRatings.Basis("sha256:0", 40, Map.of("seed", "1"));

    private static FairRatings.Score score(String competency, double fair, double floor, double senior) {
        return new FairRatings.Score(
                competency,
                fair,
                List.of(
                        new FairRatings.Reach(2, floor),
                        new FairRatings.Reach(3, senior),
                        new FairRatings.Reach(4, senior),
                        new FairRatings.Reach(5, 0.01)));
    }

    private static FairRatings estimated(FairRatings.Score... scores) {
        return new FairRatings.Estimated(List.of(scores), List.of(), BASIS);
    }

    private static RuleResult senior(FairRatings fair) {
        return Rule.levels(PLAN, CARDS, Optional.empty(), 0, Optional.of(fair)).stream()
                .filter(result -> result.level() == Level.SENIOR)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(RuleResult result) {
        return result.checks().stream().map(check -> check.reason().code()).toList();
    }

    /** Bar 4. The mean of design is 3.50, below; its fair score is above. The mean of code is 4.00; its fair score below. */
    @Test
    void letsAFairScoreTakeThePlaceOfTheMeanInBothDirections() {
        RuleResult result = senior(estimated(score("design", 4.4, 0.999, 0.83), score("code", 3.1, 0.97, 0.12)));

        assertThat(result.findings()).extracting(Finding::meets).containsExactly(true, false);
        assertThat(result.share()).isEqualTo(new RuleResult.Share(1, 2));
        assertThat(result.checks())
                .contains(new RuleResult.Check(
                        RuleResult.Verdict.NOTE,
                        Reason.of("debrief.rule.fair-score.counts", "design", "4.40", 83, 4, "3.50")));
        assertThat(codes(result)).contains("debrief.rule.no-score-below-floor");
    }

    @Test
    void goesByTheMeanWhereTheEvidenceIsInsufficientAndSaysSo() {
        RuleResult result = senior(estimated(score("design", 4.2, 0.99, 0.79), score("code", 3.6, 0.99, 0.21)));

        assertThat(result.findings()).extracting(Finding::meets).containsExactly(false, true);
        assertThat(codes(result))
                .filteredOn("debrief.rule.fair-score.unsure"::equals)
                .hasSize(2);
    }

    @Test
    void saysWhyNoFairScoreCounted() {
        assertThat(codes(senior(new FairRatings.SwitchedOff()))).contains("debrief.rule.fair-off");
        assertThat(codes(senior(new FairRatings.TooFew(8, 2)))).contains("debrief.rule.fair-too-few");
        RuleResult apart = senior(new FairRatings.Estimated(List.of(), List.of("design"), BASIS));
        assertThat(codes(apart)).contains("debrief.rule.fair-score.apart", "debrief.rule.fair-score.none");
        assertThat(apart.findings()).extracting(Finding::meets).containsExactly(false, true);
    }

    /** The lowest rating that the plan allows is 2. */
    @Test
    void holdsTheFairScoreAgainstTheFloorToo() {
        RuleResult under = senior(estimated(score("design", 1.6, 0.1, 0.01), score("code", 4.4, 0.99, 0.9)));
        assertThat(under.outcome())
                .isEqualTo(new RuleResult.Fails(
                        List.of(Reason.of("debrief.rule.fair-below-floor", "design", "1.60", "2"))));

        RuleResult unsure = senior(estimated(score("design", 2.1, 0.55, 0.01), score("code", 4.4, 0.99, 0.9)));
        assertThat(codes(unsure)).contains("debrief.rule.fair-score.floor-unsure");
        assertThat(unsure.word()).isEqualTo("passes");
    }

    @Test
    void comesBackFromTheDatabaseTheSame() {
        JsonMapper json = JsonMapper.builder().build();
        for (FairRatings fair : List.of(
                estimated(score("design", 4.4, 0.999, 0.83)),
                new FairRatings.SwitchedOff(),
                new FairRatings.TooFew(1, 1))) {
            Numbers computed = Numbers.of(PLAN, CARDS, List.of(), Optional.empty(), Optional.of(fair));
            Numbers stored = json.readValue(json.writeValueAsString(computed), Numbers.class);

            assertThat(Recomputation.of(
                            stored,
                            Numbers.of(
                                    PLAN,
                                    CARDS,
                                    List.of(),
                                    Optional.empty(),
                                    stored.inputs().fair())))
                    .isEqualTo(new Recomputation.Same(computed));
        }
    }

    /** A decision that was stored before rules could compare fair scores. */
    @Test
    void readsNumbersThatKnowNothingOfFairScores() {
        JsonMapper json = JsonMapper.builder().build();
        FrozenPlan raw = plan(Cards.rule(50, 2, Unobserved.BLOCKS), weights("design", 1, "code", 1));
        Numbers numbers = Numbers.of(raw, CARDS, List.of(), Optional.empty(), Optional.empty());
        String old = json.writeValueAsString(numbers).replaceAll(",?\"fair\":null", "");

        assertThat(old).doesNotContain("fair");
        assertThat(json.readValue(old, Numbers.class)).isEqualTo(numbers);
    }
}
