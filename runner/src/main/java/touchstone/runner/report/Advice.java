package touchstone.runner.report;

import java.util.List;
import java.util.Optional;
import touchstone.runner.Outcome;
import touchstone.runner.report.PageView.Panel;

/** What each outcome means for the people who read the report. */
final class Advice {

    private static final int CAUSE_LENGTH = 4_000;

    private Advice() {}

    /** The outcome in a few words. */
    static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored _ -> "Measured and scored";
            case Outcome.SolutionFailed _ -> "The solution failed";
            case Outcome.InvalidSubmission _ -> "Nothing that could be run";
            case Outcome.InfraError _ -> "The measurement failed";
        };
    }

    /** Stands in the place of the score; empty for a scored run. */
    static Optional<Panel> panel(Outcome outcome) {
        String cause =
                outcome.cause().isBlank() ? "No cause was recorded." : Figures.clip(outcome.cause(), CAUSE_LENGTH);
        return switch (outcome) {
            case Outcome.Scored _ -> Optional.empty();
            case Outcome.SolutionFailed _ ->
                Optional.of(new Panel(
                        "The program did not run to the end: score 0",
                        cause,
                        List.of(
                                "This says that the program failed, not how well the rest of it was" + " engineered.",
                                "Candidate: run the same lab with a public seed, mend the cause and submit"
                                        + " again if attempts are left.",
                                "Interviewer: the program's own output is in the run's folder; the cause is a"
                                        + " fair thing to ask about.")));
            case Outcome.InvalidSubmission _ ->
                Optional.of(new Panel(
                        "There was nothing that could be run: no score",
                        cause,
                        List.of(
                                "This costs no attempt and says nothing about the candidate's engineering.",
                                "Candidate: mend what is named above and submit again; the lab's brief"
                                        + " describes the folder.")));
            case Outcome.InfraError _ ->
                Optional.of(new Panel(
                        "The measurement itself went wrong: no score",
                        cause,
                        List.of(
                                "This is our fault or the machine's, never the candidate's, and costs no" + " attempt.",
                                "Operator: repeat the run; when it happens again, leave the machine to the run"
                                        + " alone and see the log in the run's folder.")));
        };
    }
}
