package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.platform.debrief.Cards.card;
import static touchstone.platform.debrief.Cards.plan;
import static touchstone.platform.debrief.Cards.rule;
import static touchstone.platform.debrief.Cards.weights;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.DecisionRule.Unobserved;
import touchstone.catalogue.content.Level;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.interview.Scorecard;

/** R-SCORE-2, R-STAGE-13: ratings against written bars decide what the rule says, and the arithmetic is open. */
class RuleTests {

    private static final FrozenPlan PLAN =
            plan(rule(70, 2, Unobserved.BLOCKS), weights("design", 5, "code", 3, "talk", 2));

    /**
     * Bars of a senior are 4. Three interviewers.
     *
     * <pre>
     * design (5): 4, 5, 3   sum 12 of 3 x 4 = 12, mean 4.00, meets; range 2: wide, and 3 lies below the bar
     * code   (3): 4, 4      sum  8 of 2 x 4 =  8, mean 4.00, meets; no disagreement
     * talk   (2): 3, 4, 4   sum 11 of 3 x 4 = 12, mean 3.67, below; range 1, on both sides of the bar
     * share: (5 + 3) / (5 + 3 + 2) = 8 / 10 = 80.0 % of the weight, at least 70 asked; no mean under 2: passes
     * staff (bars 5): nothing meets: 0 / 10: fails.  mid (bars 3): everything meets: 10 / 10: passes
     * </pre>
     */
    @Test
    void computesTheExampleThatIsWorkedOutByHand() {
        List<Scorecard> cards = List.of(
                card(1, "design", 4, "code", 4, "talk", 3),
                card(2, "design", 5, "code", 0, "talk", 4),
                card(3, "design", 3, "code", 4, "talk", 4));

        RuleResult senior = Rule.apply(PLAN, Level.SENIOR, cards, Optional.empty(), 0);

        assertThat(senior.passes()).isTrue();
        assertThat(senior.share()).isEqualTo(new RuleResult.Share(8, 10));
        assertThat(senior.share().text()).isEqualTo("80.0");
        Standing.Observed design = observed(senior, 0);
        assertThat(design.mean()).isEqualTo(4);
        assertThat(design.meets()).isTrue();
        assertThat(design.wide()).isTrue();
        assertThat(design.acrossTheBar()).isTrue();
        assertThat(observed(senior, 1).disagreement()).isFalse();
        Standing.Observed talk = observed(senior, 2);
        assertThat(talk.meanText()).isEqualTo("3.67");
        assertThat(talk.meets()).isFalse();
        assertThat(talk.wide()).isFalse();
        assertThat(talk.acrossTheBar()).isTrue();
        List<RuleResult> levels = Rule.levels(PLAN, cards, Optional.empty(), 0, Optional.empty());
        assertThat(levels).extracting(RuleResult::word).containsExactly("passes", "passes", "passes", "fails");
    }

    private static Standing.Observed observed(RuleResult result, int row) {
        return (Standing.Observed) result.findings().get(row).standing();
    }

    @Test
    void failsWhenAMeanLiesUnderTheFloor() {
        RuleResult result = Rule.apply(
                PLAN, Level.SENIOR, List.of(card(1, "design", 5, "code", 5, "talk", 1)), Optional.empty(), 0);

        assertThat(result.outcome())
                .isEqualTo(new RuleResult.Fails(List.of(Reason.of("debrief.rule.below-floor", "talk", "1.00", "2"))));
    }

    @Test
    void blocksIgnoresOrCountsBelowWhatNobodyObserved() {
        List<Scorecard> cards = List.of(card(1, "design", 4, "code", 0, "talk", 4));

        assertThat(word(Unobserved.BLOCKS, cards)).isEqualTo("blocked");
        assertThat(word(Unobserved.IGNORED, cards)).isEqualTo("passes");
        // 7 of 10 points of weight are 70 %: just enough; at 71 % they are not.
        assertThat(word(Unobserved.COUNTS_BELOW, cards)).isEqualTo("passes");
        FrozenPlan stricter = plan(rule(71, 2, Unobserved.COUNTS_BELOW), weights("design", 5, "code", 3, "talk", 2));
        assertThat(Rule.apply(stricter, Level.SENIOR, cards, Optional.empty(), 0)
                        .word())
                .isEqualTo("fails");
    }

    private static String word(Unobserved unobserved, List<Scorecard> cards) {
        FrozenPlan plan = plan(rule(70, 2, unobserved), weights("design", 5, "code", 3, "talk", 2));
        return Rule.apply(plan, Level.SENIOR, cards, Optional.empty(), 0).word();
    }

    @Test
    void isBlockedWithoutAnyRatingWhateverThePlanSaysAboutGaps() {
        for (Unobserved unobserved : List.of(Unobserved.BLOCKS, Unobserved.IGNORED)) {
            assertThat(word(unobserved, List.of())).isEqualTo("blocked");
        }
        assertThat(word(Unobserved.COUNTS_BELOW, List.of())).isEqualTo("fails");
    }

    /** The lab's score meets its own floor or not; it never changes a mean. */
    @Test
    void keepsTheLabApartFromTheRatings() {
        FrozenPlan withLab = plan(
                new DecisionRule(70, 2, Unobserved.BLOCKS, false, Optional.of(60), Optional.empty()),
                weights("design", 5));
        List<Scorecard> cards = List.of(card(1, "design", 4));

        assertThat(Rule.apply(withLab, Level.SENIOR, cards, Optional.of(60.0), 0)
                        .word())
                .isEqualTo("passes");
        RuleResult low = Rule.apply(withLab, Level.SENIOR, cards, Optional.of(59.9), 0);
        assertThat(low.outcome()).isEqualTo(new RuleResult.Fails(List.of(Reason.of("debrief.rule.lab", "59.9", "60"))));
        assertThat(observed(low, 0).meanText()).isEqualTo("4.00");
        assertThat(Rule.apply(withLab, Level.SENIOR, cards, Optional.empty(), 0).outcome())
                .isEqualTo(new RuleResult.Blocked(List.of(Reason.of("debrief.rule.lab-missing", "60"))));
    }

    /** R-STAGE-5: the bar raiser's veto decides where the plan honours it, and is only noted where it does not. */
    @Test
    void honoursAVetoOnlyWhereThePlanDoes() {
        List<Scorecard> cards = List.of(card(1, "design", 4));
        FrozenPlan honours = plan(rule(70, 2, Unobserved.BLOCKS), weights("design", 5));
        FrozenPlan ignores = plan(
                new DecisionRule(70, 2, Unobserved.BLOCKS, false, Optional.empty(), Optional.empty()),
                weights("design", 5));

        assertThat(Rule.apply(honours, Level.SENIOR, cards, Optional.empty(), 1).word())
                .isEqualTo("fails");
        assertThat(Rule.apply(honours, Level.SENIOR, cards, Optional.empty(), 0).word())
                .isEqualTo("passes");
        RuleResult noted = Rule.apply(ignores, Level.SENIOR, cards, Optional.empty(), 1);
        assertThat(noted.word()).isEqualTo("passes");
        assertThat(noted.checks())
                .extracting(check -> check.reason().code())
                .contains("debrief.rule.veto-not-honoured");
    }

    @Test
    void neverRoundsAShareUpToWhatIsAskedFor() {
        assertThat(new RuleResult.Share(6999, 10000).text()).isEqualTo("69.9");
        assertThat(new RuleResult.Share(2, 3).reaches(67)).isFalse();
        assertThat(new RuleResult.Share(2, 3).reaches(66)).isTrue();
    }
}
