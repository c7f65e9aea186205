package touchstone.runner.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.Outcome;
import touchstone.runner.report.PageView.Headline;
import touchstone.runner.score.CriterionResult.Score;

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

    /** What a reader of a score of 0 must know first: which gates failed, and what was earned apart from them. */
    static Optional<String> gates(Report report) {
        List<String> failed = report.criteria().stream()
                .filter(Cards::failsGate)
                .map(result -> result.criterion().title())
                .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        double earned = report.criteria().stream()
                .mapToDouble(result -> switch (result.score()) {
                    case Score.Scored scored -> scored.points();
                    case Score.Unscored _ -> 0;
                })
                .sum();
        return Optional.of(String.join("; ", failed) + ". "
                + (failed.size() == 1 ? "It sets" : "Each sets") + " the whole score to 0; the criteria below earned "
                + Figures.points(earned) + " points.");
    }

    private static Headline headline(Report report, Report.Total total) {
        Optional<String> gates = gates(report);
        return new Headline(
                Long.toString(Math.round(total.value())),
                Figures.points(total.low()) + " to " + Figures.points(total.high()),
                Scales.ofTotal(total),
                place(total),
                meaning(total, gates.isPresent()),
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
    private static String meaning(Report.Total total, boolean gateFailed) {
        String score = "The score is how many of 100 points the program earned for its behaviour under load and faults";
        if (gateFailed) {
            return score + ".";
        }
        long noise = Math.round(Math.max(1, Math.sqrt(2) * (total.high() - total.low()) / 2));
        return score + "; a difference of less than about " + (noise == 1 ? "1 point" : noise + " points")
                + " between two such scores is noise.";
    }
}
