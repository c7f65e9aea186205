package touchstone.platform.debrief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.Level;
import touchstone.platform.debrief.RuleResult.Check;
import touchstone.platform.debrief.RuleResult.Share;
import touchstone.platform.debrief.RuleResult.Verdict;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Scorecard;

/**
 * The decision rule of a published plan, applied mechanically. A rating is only ever averaged with ratings of the same
 * competency; the lab's score stands by itself against its own floor. What shadows rate is left out. Where the plan says so,
 * a competency's fair score takes the place of its mean, as far as the evidence is enough.
 *
 * <p>A check that is not met fails the rule whatever is still open; with none, an open check blocks it.
 */
final class Rule {

    private final FrozenPlan plan;
    private final DecisionRule rule;
    private final List<Scorecard> counted;
    private final Optional<FairRatings> fair;

    private Rule(FrozenPlan plan, List<Scorecard> scorecards, Optional<FairRatings> fair) {
        this.plan = plan;
        this.rule = plan.plan().rule();
        this.counted = scorecards.stream()
                .filter(scorecard -> scorecard.author().capacity().counts())
                .toList();
        this.fair = fair;
    }

    /**
     * The result for one level's bars, of a plan that compares ratings as they were given.
     *
     * @param labScore 0 to 100
     * @param vetoes that stand
     */
    static RuleResult apply(
            FrozenPlan plan, Level level, List<Scorecard> scorecards, Optional<Double> labScore, int vetoes) {
        return new Rule(plan, scorecards, Optional.empty()).at(level, labScore, vetoes);
    }

    /**
     * The result for every level that has a bar in every competency, from the first to the last: which level the same
     * ratings would carry.
     *
     * @param fair what a plan that compares fair scores has to compare
     */
    static List<RuleResult> levels(
            FrozenPlan plan,
            List<Scorecard> scorecards,
            Optional<Double> labScore,
            int vetoes,
            Optional<FairRatings> fair) {
        Rule rule = new Rule(plan, scorecards, fair);
        return Arrays.stream(Level.values())
                .filter(level -> level == plan.level() || hasBars(plan, level))
                .map(level -> rule.at(level, labScore, vetoes))
                .toList();
    }

    private static boolean hasBars(FrozenPlan plan, Level level) {
        return plan.competencies().stream()
                .allMatch(competency -> competency.bar(level).isPresent());
    }

    private RuleResult at(Level level, Optional<Double> labScore, int vetoes) {
        List<Finding> findings = plan.competencies().stream()
                .map(competency -> finding(competency, level))
                .toList();
        List<Finding> open = findings.stream()
                .filter(finding -> finding.weight() > 0 && !finding.observed())
                .toList();
        Share share = share(findings, open);
        List<Check> checks = new ArrayList<>();
        checks.add(shareCheck(share, open));
        checks.addAll(floorChecks(findings));
        checks.addAll(open.stream().map(this::unobserved).toList());
        fair.ifPresent(scores -> checks.addAll(FairNotes.of(scores, findings, rule.noneBelow())));
        rule.labFloor().ifPresent(floor -> checks.add(labCheck(floor, labScore)));
        vetoCheck(vetoes).ifPresent(checks::add);
        return new RuleResult(level, findings, share, checks, outcome(checks));
    }

    private Finding finding(Competency competency, Level level) {
        int bar = competency
                .bar(level)
                .orElseThrow(() -> new IllegalStateException(
                        "the plan was published with no bar for " + competency.id() + " at " + level))
                .rating();
        List<Integer> ratings = counted.stream()
                .flatMap(scorecard -> scorecard.content().rating(competency.id()).stream())
                .flatMap(rating -> switch (rating) {
                    case Rating.Rated rated -> java.util.stream.Stream.of(rated.value());
                    case Rating.NotObserved none -> java.util.stream.Stream.<Integer>empty();
                    case Rating.Open unfinished -> java.util.stream.Stream.<Integer>empty();
                })
                .toList();
        Standing standing = ratings.isEmpty() ? new Standing.NotObserved(bar) : observed(competency, ratings, bar);
        int weight = plan.plan().weights().getOrDefault(competency.id(), 0);
        return new Finding(competency.id(), competency.title(), weight, standing);
    }

    private Standing observed(Competency competency, List<Integer> ratings, int bar) {
        return new Standing.Observed(ratings, bar, score(competency.id()).flatMap(score -> score.against(bar)));
    }

    private Optional<FairRatings.Score> score(String competency) {
        return fair.flatMap(scores -> scores.score(competency));
    }

    private Share share(List<Finding> findings, List<Finding> open) {
        int over = findings.stream()
                .filter(Finding::meets)
                .mapToInt(Finding::weight)
                .sum();
        int all = findings.stream().mapToInt(Finding::weight).sum();
        int unseen = open.stream().mapToInt(Finding::weight).sum();
        return new Share(over, rule.unobserved() == DecisionRule.Unobserved.COUNTS_BELOW ? all : all - unseen);
    }

    private Check shareCheck(Share share, List<Finding> open) {
        if (share.counted() == 0) {
            return new Check(Verdict.OPEN, Reason.of("debrief.rule.nothing-observed"));
        }
        boolean unsettled = rule.unobserved() == DecisionRule.Unobserved.BLOCKS && !open.isEmpty();
        Verdict verdict = unsettled ? Verdict.OPEN : met(share.reaches(rule.atLeastBar()));
        return new Check(
                verdict,
                Reason.of("debrief.rule.share", share.text(), rule.atLeastBar(), share.over(), share.counted()));
    }

    private List<Check> floorChecks(List<Finding> findings) {
        List<Check> under = findings.stream()
                .flatMap(finding -> switch (finding.standing()) {
                    case Standing.Observed observed -> underFloor(finding, observed).stream();
                    case Standing.NotObserved none -> java.util.stream.Stream.<Check>empty();
                })
                .toList();
        String met = fair.isPresent() ? "debrief.rule.no-score-below-floor" : "debrief.rule.none-below-floor";
        return under.isEmpty() && findings.stream().anyMatch(Finding::observed)
                ? List.of(new Check(Verdict.MET, Reason.of(met, plain(rule.noneBelow()))))
                : under;
    }

    private Optional<Check> underFloor(Finding finding, Standing.Observed observed) {
        Optional<Standing.Fair> counts = score(finding.competency())
                .flatMap(score -> score.against(rule.noneBelow()))
                .filter(Standing.Fair::enough);
        boolean under = counts.map(one -> !one.likely()).orElseGet(() -> observed.mean() < rule.noneBelow());
        return under
                ? Optional.of(new Check(
                        Verdict.NOT_MET,
                        Reason.of(
                                counts.isPresent() ? "debrief.rule.fair-below-floor" : "debrief.rule.below-floor",
                                finding.title(),
                                counts.map(Standing.Fair::text).orElse(observed.meanText()),
                                plain(rule.noneBelow()))))
                : Optional.empty();
    }

    private Check unobserved(Finding finding) {
        return switch (rule.unobserved()) {
            case BLOCKS -> new Check(Verdict.OPEN, Reason.of("debrief.rule.unobserved-blocks", finding.title()));
            case IGNORED -> new Check(Verdict.NOTE, Reason.of("debrief.rule.unobserved-ignored", finding.title()));
            case COUNTS_BELOW ->
                new Check(Verdict.NOTE, Reason.of("debrief.rule.unobserved-counts-below", finding.title()));
        };
    }

    private static Check labCheck(int floor, Optional<Double> labScore) {
        return labScore.map(score -> new Check(met(score >= floor), Reason.of("debrief.rule.lab", plain(score), floor)))
                .orElseGet(() -> new Check(Verdict.OPEN, Reason.of("debrief.rule.lab-missing", floor)));
    }

    private Optional<Check> vetoCheck(int vetoes) {
        if (rule.veto()) {
            return Optional.of(
                    vetoes > 0
                            ? new Check(Verdict.NOT_MET, Reason.of("debrief.rule.veto"))
                            : new Check(Verdict.MET, Reason.of("debrief.rule.no-veto")));
        }
        return vetoes > 0
                ? Optional.of(new Check(Verdict.NOTE, Reason.of("debrief.rule.veto-not-honoured")))
                : Optional.empty();
    }

    private static RuleResult.Outcome outcome(List<Check> checks) {
        List<Reason> failed = reasons(checks, Verdict.NOT_MET);
        if (!failed.isEmpty()) {
            return new RuleResult.Fails(failed);
        }
        List<Reason> open = reasons(checks, Verdict.OPEN);
        return open.isEmpty() ? new RuleResult.Passes() : new RuleResult.Blocked(open);
    }

    private static List<Reason> reasons(List<Check> checks, Verdict verdict) {
        return checks.stream()
                .filter(check -> check.verdict() == verdict)
                .map(Check::reason)
                .toList();
    }

    private static Verdict met(boolean met) {
        return met ? Verdict.MET : Verdict.NOT_MET;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
