package touchstone.runner.validate;

import java.util.List;
import java.util.Locale;
import touchstone.runner.lab.Criterion;
import touchstone.runner.score.Calibration;
import touchstone.runner.validate.Trial.Group;

/** The scores of a validation as a Markdown table: a row for each solution, a column for each criterion. */
final class ValidationTable {

    private final Results results;
    private final Calibration calibration;

    ValidationTable(Results results, Calibration calibration) {
        this.results = results;
        this.calibration = calibration;
    }

    String markdown() {
        StringBuilder table = new StringBuilder("| solution | runs | score | SD |");
        for (Criterion criterion : results.criteria()) {
            table.append(' ')
                    .append(criterion.id())
                    .append(" /")
                    .append(criterion.maxPoints())
                    .append(" |");
        }
        table.append("\n|---|---|---|---|")
                .append("---|".repeat(results.criteria().size()));
        table.append('\n');
        for (Group group : Group.values()) {
            results.names(group).forEach(name -> row(table, group, name));
        }
        return table.toString();
    }

    private void row(StringBuilder table, Group group, String name) {
        List<Double> totals = results.totals(group, name, calibration);
        String label = switch (group) {
            case RUNG, ALTERNATIVE -> name;
            case CONTROL -> "control: " + name;
            case MUTANT -> "mutant: " + name;
            case TRIVIAL -> "trivial: " + name;
        };
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f |",
                label,
                totals.size(),
                Figures.mean(totals),
                Figures.deviation(totals)));
        for (Criterion criterion : results.criteria()) {
            List<Double> points = results.points(group, name, criterion, calibration);
            table.append(String.format(Locale.ROOT, " %.1f |", Figures.mean(points)));
        }
        table.append('\n');
    }
}
