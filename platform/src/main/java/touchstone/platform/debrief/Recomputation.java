package touchstone.platform.debrief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision's numbers computed once more from what is kept for ever. */
public sealed interface Recomputation {

    /** Every number came out as it was stored. */
    record Same(Numbers numbers) implements Recomputation {}

    /** Something came out otherwise. */
    record Different(List<Difference> differences) implements Recomputation {
        public Different {
            differences = List.copyOf(differences);
        }
    }

    /** What it needs is not there any more. */
    record Unavailable(Reason reason) implements Recomputation {}

    /** One number that came out otherwise. */
    record Difference(Reason what, String stored, String recomputed) {}

    /** Compares what was stored with what came out. */
    static Recomputation of(Numbers stored, Numbers again) {
        if (stored.equals(again)) {
            return new Same(again);
        }
        List<Difference> differences = new ArrayList<>();
        Numbers.Inputs before = stored.inputs();
        Numbers.Inputs after = again.inputs();
        compare(Reason.of("debrief.recompute.plan"), before.plan(), after.plan())
                .ifPresent(differences::add);
        compare(Reason.of("debrief.recompute.scorecards"), written(before), written(after))
                .ifPresent(differences::add);
        compare(Reason.of("debrief.recompute.vetoes"), before.vetoes(), after.vetoes())
                .ifPresent(differences::add);
        compare(Reason.of("debrief.recompute.digest"), before.digest(), after.digest())
                .ifPresent(differences::add);
        for (RuleResult was : stored.levels()) {
            if (again.has(was.level())) {
                differences.addAll(differences(was, again.at(was.level())));
            }
        }
        return new Different(differences);
    }

    private static List<Difference> differences(RuleResult was, RuleResult is) {
        List<Difference> differences = new ArrayList<>();
        compare(Reason.of("debrief.recompute.outcome", was.level()), was.word(), is.word())
                .ifPresent(differences::add);
        compare(
                        Reason.of("debrief.recompute.share", was.level()),
                        was.share().text(),
                        is.share().text())
                .ifPresent(differences::add);
        for (Finding finding : was.findings()) {
            String now = is.findings().stream()
                    .filter(other -> other.competency().equals(finding.competency()))
                    .map(Recomputation::ratings)
                    .findFirst()
                    .orElse("-");
            compare(Reason.of("debrief.recompute.ratings", finding.title(), was.level()), ratings(finding), now)
                    .ifPresent(differences::add);
        }
        return differences;
    }

    private static Optional<Difference> compare(Reason what, Object stored, Object recomputed) {
        return stored.equals(recomputed)
                ? Optional.empty()
                : Optional.of(new Difference(what, stored.toString(), recomputed.toString()));
    }

    private static String written(Numbers.Inputs inputs) {
        return inputs.scorecards().stream()
                .map(one -> one.scorecard() + " r" + one.number())
                .toList()
                .toString();
    }

    private static String ratings(Finding finding) {
        return switch (finding.standing()) {
            case Standing.Observed observed ->
                observed.ratings()
                        + observed.fair().map(fair -> " (" + fair.text() + ")").orElse("")
                        + " / "
                        + observed.bar();
            case Standing.NotObserved none -> "- / " + none.bar();
        };
    }
}
