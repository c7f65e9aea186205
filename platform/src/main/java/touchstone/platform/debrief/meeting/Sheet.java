package touchstone.platform.debrief.meeting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import touchstone.platform.debrief.Debrief;
import touchstone.platform.debrief.FairRatings;
import touchstone.platform.debrief.Finding;
import touchstone.platform.debrief.Matrix;
import touchstone.platform.debrief.Numbers;
import touchstone.platform.debrief.Reason;
import touchstone.platform.debrief.RuleResult;
import touchstone.platform.debrief.Standing;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.interview.Evidence;
import touchstone.platform.shell.Frame;

/** Ratings beside each other with the picture and the rule, for the page and for paper. */
public record Sheet(FrozenPlan plan, Matrix matrix, Numbers numbers, Plot plot) {

    /** The sheet of a debrief whose ratings may be seen. */
    public static Sheet of(Debrief debrief, Debrief.Ratings ratings) {
        return new Sheet(
                debrief.candidacy().plan(),
                ratings.matrix(),
                ratings.numbers(),
                Plot.of(ratings.matrix(), ratings.numbers().asked()));
    }

    public RuleResult asked() {
        return numbers.asked();
    }

    /** Whether the rule had fair scores to compare. */
    public boolean comparesFairScores() {
        return numbers.inputs().fair().orElse(null) instanceof FairRatings.Estimated;
    }

    /** Everything that the rule looked at, but for what it says of single fair scores. */
    public List<RuleResult.Check> checks() {
        return asked().checks().stream()
                .filter(check -> !check.reason().tellsOfAFairScore())
                .toList();
    }

    /** Which score counted, one for each competency, where the rule compares fair scores. */
    public List<RuleResult.Check> fairNotes() {
        return asked().checks().stream()
                .filter(check -> check.reason().tellsOfAFairScore())
                .toList();
    }

    /** How many competencies went by their fair score. */
    public int fairCounted() {
        return (int) asked().findings().stream()
                .filter(finding -> finding.standing() instanceof Standing.Observed observed
                        && observed.counted().isPresent())
                .count();
    }

    /** How many rated competencies went by their mean as given. */
    public int meanCounted() {
        return (int) asked().findings().stream().filter(Finding::observed).count() - fairCounted();
    }

    public Finding finding(int row) {
        return asked().findings().get(row);
    }

    /** The letter of a column, which labels its dots too. */
    public String letter(int column) {
        return Plot.letter(column);
    }

    /** One small letter for each piece of evidence. */
    public static String letters(List<Evidence> evidence) {
        return IntStream.range(0, evidence.size()).mapToObj(Sheet::small).collect(Collectors.joining());
    }

    public static String small(int index) {
        return Plot.letter(index).toLowerCase(Locale.ROOT);
    }

    public String stage(String id) {
        return plan.stage(id).map(stage -> stage.title()).orElse(id);
    }

    /** A sentence from the bundle. */
    public static String say(Frame frame, Reason reason) {
        return frame.text(reason.code(), reason.arguments().toArray());
    }
}
