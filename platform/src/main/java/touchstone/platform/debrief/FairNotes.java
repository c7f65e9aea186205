package touchstone.platform.debrief;

import java.util.ArrayList;
import java.util.List;
import touchstone.platform.debrief.RuleResult.Check;
import touchstone.platform.debrief.RuleResult.Verdict;

/** Says of a rule that compares fair scores which score of each competency counted, and why it was not the fair one. */
final class FairNotes {

    private final FairRatings fair;
    private final double floor;

    private FairNotes(FairRatings fair, double floor) {
        this.fair = fair;
        this.floor = floor;
    }

    /** Notes only: they decide nothing. */
    static List<Check> of(FairRatings fair, List<Finding> findings, double floor) {
        return switch (fair) {
            case FairRatings.SwitchedOff off -> List.of(note("debrief.rule.fair-off"));
            case FairRatings.TooFew few ->
                List.of(note("debrief.rule.fair-too-few", few.ratings(), few.interviewers()));
            case FairRatings.Estimated estimated ->
                findings.stream()
                        .flatMap(finding -> new FairNotes(fair, floor).of(finding, estimated).stream())
                        .toList();
        };
    }

    private List<Check> of(Finding finding, FairRatings.Estimated estimated) {
        return switch (finding.standing()) {
            case Standing.NotObserved none -> List.of();
            case Standing.Observed observed -> {
                if (estimated.apart().contains(finding.competency())) {
                    yield List.of(note("debrief.rule.fair-score.apart", finding.title(), observed.meanText()));
                }
                if (observed.fair().isEmpty()) {
                    yield List.of(note("debrief.rule.fair-score.none", finding.title(), observed.meanText()));
                }
                List<Check> notes = new ArrayList<>();
                notes.add(atTheBar(finding, observed, observed.fair().get()));
                fair.score(finding.competency())
                        .flatMap(score -> score.against(floor))
                        .filter(one -> !one.enough())
                        .ifPresent(one -> notes.add(note(
                                "debrief.rule.fair-score.floor-unsure",
                                finding.title(),
                                one.percent(),
                                plain(floor),
                                observed.meanText())));
                yield notes;
            }
        };
    }

    private static Check atTheBar(Finding finding, Standing.Observed observed, Standing.Fair score) {
        return note(
                score.enough() ? "debrief.rule.fair-score.counts" : "debrief.rule.fair-score.unsure",
                finding.title(),
                score.text(),
                score.percent(),
                observed.bar(),
                observed.meanText());
    }

    private static Check note(String code, Object... arguments) {
        return new Check(Verdict.NOTE, Reason.of(code, arguments));
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
