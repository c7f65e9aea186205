package touchstone.runner.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchstone.runner.Outcome;
import touchstone.runner.fixtures.TinyLab;
import touchstone.runner.validate.ExpectedScores.Band;
import touchstone.runner.validate.Trial.Group;

class RulesTests {

    private static final Band ANY = new Band(0, 100);

    private final List<TrialResult> trials = new ArrayList<>();
    private Optional<ExpectedScores> expected = Optional.empty();
    private List<String> sideEffects = List.of();
    private boolean quick = false;

    /** A lab that keeps every rule, over three seeds. */
    RulesTests() {
        for (long seed = 1; seed <= 3; seed++) {
            add(Group.RUNG, "broken", seed, 0, 0);
            add(Group.RUNG, "naive", seed, 0.4, 0.4);
            add(Group.RUNG, "solid", seed, 0.75, 0.75);
            add(Group.RUNG, "expert", seed, 1, 1);
            add(Group.ALTERNATIVE, "alternative", seed, 0.9, 0.9);
            add(Group.CONTROL, "expert", seed, 1, 1);
            add(Group.MUTANT, "right", seed, 0, 1);
        }
        add(Group.TRIVIAL, "nop", 1, 0, 0);
        add(Group.TRIVIAL, "echo", 1, 0.1, 0.1);
    }

    private void add(Group group, String name, long seed, double right, double inTime) {
        trials.add(new TrialResult(
                new Trial(group, name, Path.of(name), seed),
                new Outcome.Scored(),
                Map.of("right", right, "in-time", inTime),
                0));
    }

    private void change(Group group, String name, double right, double inTime) {
        trials.replaceAll(result -> result.trial().group() == group
                        && result.trial().name().equals(name)
                ? new TrialResult(result.trial(), result.outcome(), Map.of("right", right, "in-time", inTime), 0)
                : result);
    }

    private List<String> broken() {
        Mutant mutant =
                new Mutant("expert", "right", sideEffects, "A defect.", List.of(new Mutant.Edit("app.py", "a", "b")));
        Results results = new Results(new TinyLab().criteria(), trials);
        return new Rules(results, TinyLab.calibration(), Map.of("right", mutant), expected, quick)
                .apply().stream().filter(rule -> !rule.held()).map(Rule::name).toList();
    }

    @Test
    void holdsForAGoodLab() {
        assertThat(broken()).isEmpty();
        quick = true;
        assertThat(broken()).isEmpty();
    }

    @Test
    void noticesRungsTooNear() {
        change(Group.RUNG, "naive", 0.72, 0.72);

        assertThat(broken()).containsExactly("gap from naive to solid");
    }

    @Test
    void noticesRungsInTheWrongOrder() {
        change(Group.RUNG, "naive", 0.9, 0.9);

        assertThat(broken()).contains("solid beats naive in 99 % of crossed pairs", "gap from naive to solid");
    }

    @Test
    void wantsAGapOfFourSpreads() {
        trials.removeIf(result -> result.trial().name().equals("naive"));
        double[] scattered = {0.1, 0.4, 0.7};
        for (int seed = 1; seed <= 3; seed++) {
            add(Group.RUNG, "naive", seed, scattered[seed - 1], scattered[seed - 1]);
        }

        assertThat(broken()).contains("gap from broken to naive", "gap from naive to solid");
        quick = true;
        assertThat(broken()).isEmpty();
    }

    @Test
    void noticesAWeakExpert() {
        change(Group.RUNG, "expert", 0.94, 0.94);

        assertThat(broken()).contains("expert scores at least 95");
    }

    @Test
    void noticesRewardsForDoingNothing() {
        change(Group.TRIVIAL, "nop", 0.05, 0.05);
        change(Group.TRIVIAL, "echo", 0.2, 0.2);

        assertThat(broken()).containsExactly("trivial nop at most 2", "trivial echo at most 15");
    }

    @Test
    void noticesASecondDesignThatLadderMisjudges() {
        change(Group.ALTERNATIVE, "alternative", 0.5, 0.5);

        assertThat(broken()).containsExactly("the second good design lies between solid and expert");
    }

    @Test
    void noticesADefectThatCostsNothing() {
        change(Group.MUTANT, "right", 0.9, 1);

        assertThat(broken()).containsExactly("mutant right loses on right");
    }

    @Test
    void noticesAnUndeclaredSideEffect() {
        change(Group.MUTANT, "right", 0, 0.5);

        assertThat(broken()).containsExactly("mutant right leaves in-time alone");
        sideEffects = List.of("in-time");
        assertThat(broken()).isEmpty();
    }

    @Test
    void comparesAMutantWithWhatRanBesideIt() {
        change(Group.CONTROL, "expert", 1, 0.5);
        change(Group.MUTANT, "right", 0, 0.5);

        assertThat(broken()).isEmpty();
    }

    @Test
    void noticesARunThatWasNotScored() {
        trials.add(new TrialResult(
                new Trial(Group.TRIVIAL, "constant", Path.of("constant"), 1),
                new Outcome.SolutionFailed("It ended."),
                Map.of(),
                0));

        assertThat(broken()).containsExactly("constant seed 1 is scored");
    }

    @Test
    void noticesAGoodSolutionThatTheSimulatedModelDoesNotUnderstand() {
        trials.replaceAll(result -> result.trial().name().equals("alternative")
                ? new TrialResult(result.trial(), result.outcome(), result.values(), 0.03)
                : result);

        assertThat(broken()).containsExactly("the simulated model understands alternative");
    }

    @Test
    void noticesARungOutsideItsBand() {
        expected = Optional.of(new ExpectedScores(
                Map.of("broken", ANY, "naive", new Band(50, 60), "solid", ANY, "expert", new Band(95, 100))));

        assertThat(broken()).containsExactly("naive within its band of expected.yaml");
    }
}
