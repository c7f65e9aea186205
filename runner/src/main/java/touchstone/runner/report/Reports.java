package touchstone.runner.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.Outcome;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.report.Report.Cost;
import touchstone.runner.report.Report.Latency;
import touchstone.runner.report.Report.Provenance;
import touchstone.runner.report.Report.Total;
import touchstone.runner.run.Recording;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.runner.run.Steadiness;
import touchstone.runner.score.Calibration;
import touchstone.runner.score.CriterionResult;
import touchstone.runner.score.CriterionResult.Score;
import touchstone.runner.score.Scoring;
import touchstone.simulator.ledger.LedgerEntry;

/** Makes the report of a recording: a pure function of the recording and the lab. */
public final class Reports {

    private static final int MOST_FOLLOW_UPS = 5;

    private Reports() {}

    /** The report of a recording, scored where its outcome allows it. */
    public static Report of(Recording recording, LabFolder lab, Calibration calibration) {
        return switch (recording.outcome()) {
            case Outcome.Scored _ -> {
                Scoring.Result result =
                        Scoring.score(lab.lab(), calibration, recording.log(), recording.solutionCalls());
                Total total = new Total(
                        result.total(),
                        result.interval().low(),
                        result.interval().high(),
                        calibration.scores());
                yield report(recording, Optional.of(total), result.criteria(), followUps(lab, result.criteria()));
            }
            case Outcome.SolutionFailed _ ->
                report(recording, Optional.of(new Total(0, 0, 0, calibration.scores())), List.of(), List.of());
            case Outcome.InvalidSubmission _, Outcome.InfraError _ ->
                report(recording, Optional.empty(), List.of(), List.of());
        };
    }

    private static Report report(
            Recording recording, Optional<Total> total, List<CriterionResult> criteria, List<String> followUps) {
        return new Report(
                recording.log().header(),
                recording.outcome(),
                total,
                criteria,
                cost(recording),
                latency(recording),
                followUps,
                provenance(recording));
    }

    /** Questions about the criteria that cost most points. */
    private static List<String> followUps(LabFolder lab, List<CriterionResult> criteria) {
        Map<String, String> questions = lab.description().followUps();
        return criteria.stream()
                .filter(result -> lost(result) > 0.5)
                .sorted(Comparator.comparingDouble(Reports::lost).reversed())
                .limit(MOST_FOLLOW_UPS)
                .map(result -> questions.getOrDefault(result.criterion().id(), ""))
                .filter(question -> !question.isEmpty())
                .toList();
    }

    private static double lost(CriterionResult result) {
        return switch (result.score()) {
            case Score.Scored scored -> result.criterion().maxPoints() - scored.points();
            case Score.Unscored _ -> result.criterion().maxPoints();
        };
    }

    private static Cost cost(Recording recording) {
        List<LedgerEntry> calls = recording.solutionCalls();
        long total = 0;
        long input = 0;
        long output = 0;
        for (LedgerEntry call : calls) {
            total += call.usage().priceMicros();
            input += call.usage().inputTokens();
            output += call.usage().outputTokens();
        }
        long answered = answered(recording).size();
        return new Cost(total, calls.size(), input, output, answered == 0 ? 0 : (double) total / answered);
    }

    private static Latency latency(Recording recording) {
        List<Double> millis = answered(recording).stream()
                .map(item -> (item.doneMicros() - item.sentMicros()) / 1_000.0)
                .toList();
        double reference = reference(recording);
        double p50 = Steadiness.percentile(millis, 0.50);
        return new Latency(
                p50,
                Steadiness.percentile(millis, 0.95),
                Steadiness.percentile(millis, 0.99),
                reference,
                reference == 0 ? 0 : p50 / reference);
    }

    /** Median duration of the calls that the simulator answered without a fault: what a solution cannot be faster than. */
    private static double reference(Recording recording) {
        Map<String, List<Double>> byModel = new HashMap<>();
        for (LedgerEntry entry : recording.ledger()) {
            if (entry.served().fault().equals("none") && entry.served().status() == 200) {
                double millis = (entry.times().lastByteMicros() - entry.times().receivedMicros()) / 1_000.0;
                byModel.computeIfAbsent(entry.request().model(), _ -> new java.util.ArrayList<>())
                        .add(millis);
            }
        }
        return byModel.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(values -> Steadiness.percentile(values, 0.5))
                .orElse(0.0);
    }

    private static List<ItemRecord> answered(Recording recording) {
        return recording.log().items().stream()
                .filter(item -> item.reply() instanceof ItemReply.Replied replied && replied.status() == 200)
                .toList();
    }

    private static Provenance provenance(Recording recording) {
        return new Provenance(
                recording.session().touchstoneVersion(),
                recording.session().sandbox(),
                recording.session().solutionDigest(),
                recording.session().machine(),
                Steadiness.percentile(Steadiness.driverLatenesses(recording), 0.99),
                Steadiness.percentile(Steadiness.simulatorLatenesses(recording), 0.99),
                recording.session().notes());
    }
}
