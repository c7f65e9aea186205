package touchstone.runner.report;

import java.util.Locale;
import touchstone.runner.Outcome;
import touchstone.runner.score.CriterionResult;
import touchstone.runner.score.CriterionResult.Score;

/** The report in a few lines, for a terminal. */
public final class ReportText {

    private static final int BAR = 20;

    private ReportText() {}

    /** Several lines, each ended. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        switch (report.outcome()) {
            case Outcome.Scored _ -> scored(report, text);
            case Outcome.SolutionFailed(String cause) ->
                text.append("The solution failed: ").append(cause).append('\n');
            case Outcome.InvalidSubmission(String cause) ->
                text.append("Nothing to run: ").append(cause).append('\n');
            case Outcome.InfraError(String cause) ->
                text.append("Not measured: ").append(cause).append('\n');
        }
        return text.toString();
    }

    private static void scored(Report report, StringBuilder text) {
        Report.Total total = report.score().orElseThrow();
        line(
                text,
                "Score %.0f of 100 (95 %% interval %.0f to %.0f), seed %d%s",
                total.value(),
                total.low(),
                total.high(),
                report.subject().seed(),
                report.subject().quick() ? ", quick" : "");
        Headlines.gates(report).ifPresent(gates -> line(text, "A gate failed: %s", gates));
        text.append('\n');
        for (CriterionResult result : report.criteria()) {
            double points = switch (result.score()) {
                case Score.Scored scored -> scored.points();
                case Score.Unscored _ -> 0;
            };
            int most = result.criterion().maxPoints();
            int filled = (int) Math.round(BAR * points / most);
            line(
                    text,
                    "%5.1f /%3d  [%s%s]  %s",
                    points,
                    most,
                    "#".repeat(filled),
                    ".".repeat(BAR - filled),
                    result.criterion().title());
            line(text, "             %s", result.finding());
        }
        if (!report.followUps().isEmpty()) {
            text.append("\nTo ask in the interview:\n");
            report.followUps().forEach(question -> line(text, "- %s", question));
        }
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
