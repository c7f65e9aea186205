package touchstone.runner.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.Outcome;
import touchstone.runner.lab.Figure;
import touchstone.runner.run.RunLog;
import touchstone.runner.score.CriterionResult;
import touchstone.simulator.ledger.LedgerEntry;

/** Reports to test with: one of each outcome. */
final class ReportFixtures {

    private static final Report.Provenance PROVENANCE = new Report.Provenance(
            "0.1.0",
            "bubblewrap 0.11.0: no network, read-only root, 512 MiB of memory, 64 processes",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "2 processors, 8 GiB of memory, Linux 6.18",
            1.84,
            0.612_345,
            List.of("The processor limit was not enforced: this machine has no cgroup controller for it."));

    private ReportFixtures() {}

    /** A report with the log and the ledger that it was made from. */
    record Run(Report report, List<Figure> figures, RunLog log, List<LedgerEntry> ledger) {

        Run(Report report, RunLog log, List<LedgerEntry> ledger) {
            this(report, List.of(), log, ledger);
        }

        Run with(List<Figure> more) {
            return new Run(report, more, log, ledger);
        }

        String page() {
            return ReportPage.render(report, figures, log, ledger);
        }
    }

    /** A middling solution over a day of 150 items. */
    static Run scored() {
        return scored(150, 3);
    }

    static Run scored(int items, int callsPerItem) {
        RunLog log = DayFixtures.log(items);
        List<LedgerEntry> ledger = DayFixtures.ledger(log, callsPerItem);
        return new Run(scored(CriteriaFixtures.all(), ledger.size()), log, ledger);
    }

    static Report scored(List<CriterionResult> criteria, long calls) {
        double value = criteria.stream().mapToDouble(Competencies::points).sum();
        return new Report(
                DayFixtures.HEADER,
                new Outcome.Scored(),
                Optional.of(new Report.Total(value, value - 4.1, value + 3.6, rungs())),
                criteria,
                new Report.Cost(91_842, calls, 84_460, 7_790, 759.024_793),
                new Report.Latency(412.25, 3_870.5, 4_105, 231.5, 1.780_777_5),
                List.of(
                        "Retries came early whenever the waiting time was given as a date. How would you find that in"
                                + " production?",
                        "Answers that stopped half way were passed on. What would you tell the person who asked?",
                        "The second model was up during the outage and was never called. Was that a decision?"),
                PROVENANCE);
    }

    private static Map<String, Double> rungs() {
        Map<String, Double> rungs = new LinkedHashMap<>();
        rungs.put("broken", 3.1);
        rungs.put("naive", 38.4);
        rungs.put("solid", 74.2);
        rungs.put("expert", 97.6);
        return rungs;
    }

    /** A run that did not get as far as a score. */
    static Run unscored(Outcome outcome) {
        RunLog log = new RunLog(DayFixtures.HEADER, List.of(), List.of());
        Report report = new Report(
                DayFixtures.HEADER,
                outcome,
                Optional.empty(),
                List.of(),
                new Report.Cost(0, 0, 0, 0, Double.NaN),
                new Report.Latency(Double.NaN, Double.NaN, Double.NaN, 231.5, Double.NaN),
                List.of(),
                PROVENANCE);
        return new Run(report, log, List.of());
    }

    static Run failed() {
        return unscored(new Outcome.SolutionFailed(
                "The program ended with status 1 after 0.4 s, before it listened: ModuleNotFoundError: No"
                        + " module named 'fastapi'."));
    }

    static Run invalid() {
        return unscored(new Outcome.InvalidSubmission("There is no solution.yaml in the solution's folder."));
    }

    static Run infraError() {
        return unscored(new Outcome.InfraError("The machine was busy: the driver sent its requests 310 ms late."));
    }
}
