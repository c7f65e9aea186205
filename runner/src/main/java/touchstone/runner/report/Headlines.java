package touchstone.runner.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.Outcome;
import touchstone.runner.report.PageView.Headline;

/** The score in large, with what it means. */
final class Headlines {

    private Headlines() {}

    /** Empty where nothing was scored. */
    static Optional<Headline> of(Report report) {
        return switch (report.outcome()) {
            case Outcome.Scored _ -> report.score().map(total -> headline(report, total));
            case Outcome.SolutionFailed _, Outcome.InvalidSubmission _, Outcome.InfraError _ -> Optional.empty();
        };
    }

    private static Headline headline(Report report, Report.Total total) {
        List<String> gates = report.criteria().stream()
                .filter(Cards::failsGate)
                .map(result -> result.criterion().title())
                .toList();
        return new Headline(
                Long.toString(Math.round(total.value())),
                Figures.points(total.low()) + " to " + Figures.points(total.high()),
                Scales.ofTotal(total),
                place(total),
                meaning(total),
                gates);
    }

    private static String place(Report.Total total) {
        Optional<Map.Entry<String, Double>> below = total.rungs().entrySet().stream()
                .filter(rung -> rung.getValue() <= total.value())
                .max(Map.Entry.comparingByValue());
        Optional<Map.Entry<String, Double>> above = total.rungs().entrySet().stream()
                .filter(rung -> rung.getValue() > total.value())
                .min(Map.Entry.comparingByValue());
        if (below.isEmpty() && above.isEmpty()) {
            return "There are no reference solutions to compare it with.";
        }
        if (below.isEmpty()) {
            return "Below every reference solution.";
        }
        return above.map(upper ->
                        "Between the " + below.get().getKey() + " and the " + upper.getKey() + " reference solution.")
                .orElse("At or above the best reference solution, "
                        + below.get().getKey() + ".");
    }

    /** Two runs differ by more than chance when they are further apart than the interval of their difference. */
    private static String meaning(Report.Total total) {
        double noise = Math.max(1, Math.sqrt(2) * (total.high() - total.low()) / 2);
        return "The score is how many of 100 points the program earned for its behaviour under load and faults; "
                + "a difference of less than about " + Math.round(noise)
                + " points between two such scores is noise.";
    }
}
