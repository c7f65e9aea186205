package touchstone.runner.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import touchstone.runner.Outcome;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.score.Calibration;
import touchstone.runner.validate.Trial.Group;

/**
 * The rules of what makes a lab valid (design, section 2.4). With a single run of each solution, spreads
 * are not known, so the rules that need them are left out.
 */
final class Rules {

    private static final double PAIRS = 0.99;
    private static final double GAP = 8;
    private static final double SPREADS = 4;
    private static final double EXPERT = 95;
    private static final double NOP = 2;
    private static final double TRIVIAL = 15;
    private static final double PRIMARY_DROP = 1.0 / 3;
    private static final double STRAY = 0.05;
    private static final double UNRECOGNISED = 0.02;

    private final Results results;
    private final Calibration calibration;
    private final Map<String, Mutant> mutants;
    private final Optional<ExpectedScores> expected;
    private final boolean single;
    private final List<Rule> rules = new ArrayList<>();

    Rules(
            Results results,
            Calibration calibration,
            Map<String, Mutant> mutants,
            Optional<ExpectedScores> expected,
            boolean single) {
        this.results = results;
        this.calibration = calibration;
        this.mutants = mutants;
        this.expected = expected;
        this.single = single;
    }

    List<Rule> apply() {
        everythingRan();
        understood(Group.RUNG, "expert");
        results.names(Group.ALTERNATIVE).forEach(name -> understood(Group.ALTERNATIVE, name));
        for (int i = 1; i < LabFolder.RUNGS.size(); i++) {
            step(LabFolder.RUNGS.get(i - 1), LabFolder.RUNGS.get(i));
        }
        double expert = Figures.mean(totals(Group.RUNG, "expert"));
        add("expert scores at least 95", expert >= EXPERT, "expert %.1f", expert);
        expected.ifPresent(bands -> LabFolder.RUNGS.forEach(rung -> band(bands, rung)));
        results.names(Group.ALTERNATIVE).forEach(this::alternative);
        for (String name : results.names(Group.TRIVIAL)) {
            double most = name.equals("nop") ? NOP : TRIVIAL;
            double score = Figures.mean(totals(Group.TRIVIAL, name));
            add("trivial " + name + " at most " + Math.round(most), score <= most, "%.1f", score);
        }
        mutants.forEach(this::mutant);
        return rules;
    }

    private void understood(Group group, String name) {
        double most = results.of(group, name).stream()
                .mapToDouble(TrialResult::unrecognised)
                .max()
                .orElse(0);
        add(
                "the simulated model understands " + name,
                most <= UNRECOGNISED,
                "at most %.1f %% of the calls of a run were not understood",
                100 * most);
    }

    private void everythingRan() {
        for (TrialResult result : results.all()) {
            if (!(result.outcome() instanceof Outcome.Scored)) {
                rules.add(new Rule(
                        result.trial().name() + " seed " + result.trial().seed() + " is scored",
                        false,
                        result.outcome().code() + ": " + result.outcome().cause()));
            }
        }
    }

    private void step(String lower, String higher) {
        List<Double> low = totals(Group.RUNG, lower);
        List<Double> high = totals(Group.RUNG, higher);
        long wins = high.stream()
                .mapToLong(
                        better -> low.stream().filter(worse -> better > worse).count())
                .sum();
        long pairs = (long) low.size() * high.size();
        add(
                higher + " beats " + lower + " in 99 % of crossed pairs",
                wins >= PAIRS * pairs,
                "%d of %d pairs",
                wins,
                pairs);
        double gap = Figures.mean(high) - Figures.mean(low);
        double wanted = single ? GAP : Math.max(GAP, SPREADS * Figures.pooled(low, high));
        add("gap from " + lower + " to " + higher, gap >= wanted, "%.1f points, at least %.1f wanted", gap, wanted);
    }

    private void band(ExpectedScores bands, String rung) {
        ExpectedScores.Band band = Objects.requireNonNull(bands.rungs().get(rung));
        double score = Figures.mean(totals(Group.RUNG, rung));
        add(
                rung + " within its band of expected.yaml",
                band.holds(score),
                "%.1f in %.0f to %.0f",
                score,
                band.low(),
                band.high());
    }

    private void alternative(String name) {
        double score = Figures.mean(totals(Group.ALTERNATIVE, name));
        double solid = Figures.mean(totals(Group.RUNG, "solid"));
        double expert = Figures.mean(totals(Group.RUNG, "expert"));
        add(
                "the second good design lies between solid and expert",
                solid <= score && score <= expert + 0.5,
                "%.1f between %.1f and %.1f",
                score,
                solid,
                expert);
    }

    private void mutant(String name, Mutant mutant) {
        for (Criterion criterion : results.criteria()) {
            List<Double> changed = results.points(Group.MUTANT, name, criterion, calibration);
            List<Double> base = results.points(Group.CONTROL, mutant.of(), criterion, calibration);
            double drop = Figures.mean(base) - Figures.mean(changed);
            if (criterion.id().equals(mutant.criterion())) {
                double wanted = single
                        ? PRIMARY_DROP * criterion.maxPoints()
                        : Math.max(PRIMARY_DROP * criterion.maxPoints(), SPREADS * Figures.pooled(base, changed));
                add(
                        "mutant " + name + " loses on " + criterion.id(),
                        drop >= wanted,
                        "%.1f of %d points lost, at least %.1f wanted",
                        drop,
                        criterion.maxPoints(),
                        wanted);
            } else if (!single && !mutant.sideEffects().contains(criterion.id())) {
                double noise = Figures.deviation(base);
                if (Math.abs(drop) > STRAY * criterion.maxPoints()) {
                    add(
                            "mutant " + name + " leaves " + criterion.id() + " alone",
                            false,
                            "moved by %.2f of %d points (seed SD %.2f)",
                            drop,
                            criterion.maxPoints(),
                            noise);
                }
            }
        }
    }

    private List<Double> totals(Group group, String name) {
        return results.totals(group, name, calibration);
    }

    private void add(String name, boolean held, String format, Object... arguments) {
        rules.add(new Rule(name, held, String.format(Locale.ROOT, format, arguments)));
    }
}
