package touchstone.runner.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.runner.report.PageView.Bar;
import touchstone.runner.report.PageView.CallLine;
import touchstone.runner.report.PageView.Card;
import touchstone.runner.report.PageView.Example;
import touchstone.runner.report.PageView.Measured;
import touchstone.runner.run.RunLog;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.runner.score.CriterionResult;
import touchstone.runner.score.CriterionResult.Score;
import touchstone.simulator.ledger.LedgerEntry;

/** One card for each criterion, with the example items looked up in log and ledger. */
final class Cards {

    private static final int EXAMPLES = 3;
    private static final int CALL_LINES = 12;
    private static final int BODY_LENGTH = 600;
    private static final int SENTENCE_LENGTH = 1_000;

    private final Map<String, ItemRecord> items = new HashMap<>();
    private final Map<Long, LedgerEntry> calls = new HashMap<>();

    Cards(RunLog log, List<LedgerEntry> ledger) {
        log.items().forEach(record -> items.put(record.item().id(), record));
        ledger.forEach(call -> calls.put(call.call(), call));
    }

    List<Card> of(List<CriterionResult> criteria) {
        return criteria.stream().map(this::card).toList();
    }

    private Card card(CriterionResult result) {
        Criterion criterion = result.criterion();
        double points = Competencies.points(result);
        Bar bar = new Bar(
                criterion.title(),
                Figures.points(points) + " of " + criterion.maxPoints() + " points",
                Figures.percent(100 * points / Math.max(1, criterion.maxPoints())),
                Figures.points(points));
        return new Card(
                criterion.id(),
                criterion.title(),
                badges(result),
                bar,
                measured(result),
                finding(result),
                criterion.better(),
                result.examples().stream().limit(EXAMPLES).map(this::example).toList());
    }

    private static List<String> badges(CriterionResult result) {
        List<String> badges = new ArrayList<>();
        badges.add(
                switch (result.criterion().kind()) {
                    case EXACT -> "exact";
                    case TIMING -> "timing";
                });
        if (result.criterion().gate()) {
            badges.add(failsGate(result) ? "gate failed" : "gate");
        }
        return badges;
    }

    /** A gate fails when it was measured and earned nothing. */
    static boolean failsGate(CriterionResult result) {
        return switch (result.score()) {
            case Score.Scored scored -> result.criterion().gate() && scored.points() <= 0;
            case Score.Unscored _ -> false;
        };
    }

    private static Optional<Measured> measured(CriterionResult result) {
        String unit = result.criterion().unit();
        return switch (result.score()) {
            case Score.Scored scored ->
                Optional.of(new Measured(
                        Figures.measured(scored.value(), unit),
                        ratio(scored),
                        Figures.bare(scored.low(), unit) + " to " + Figures.bare(scored.high(), unit),
                        Scales.ofCriterion(result, scored)));
            case Score.Unscored _ -> Optional.empty();
        };
    }

    /** A mean whose weights are no count comes as "value / 1", which says nothing that the value does not. */
    private static Optional<String> ratio(Score.Scored scored) {
        return scored.denominator() == 1 && scored.numerator() == scored.value()
                ? Optional.empty()
                : Optional.of(Figures.number(scored.numerator()) + " / " + Figures.number(scored.denominator()));
    }

    private static String finding(CriterionResult result) {
        return switch (result.score()) {
            case Score.Scored _ -> Figures.clip(result.finding(), SENTENCE_LENGTH);
            case Score.Unscored unscored -> Figures.clip(unscored.reason(), SENTENCE_LENGTH);
        };
    }

    private Example example(Measure.Example example) {
        Optional<ItemRecord> record = Optional.ofNullable(items.get(example.item()));
        List<CallLine> lines = example.calls().stream()
                .map(calls::get)
                .filter(Objects::nonNull)
                .limit(CALL_LINES)
                .map(Cards::line)
                .toList();
        int missing = example.calls().size() - lines.size();
        return new Example(
                example.item(),
                Figures.clip(example.what(), SENTENCE_LENGTH),
                record.map(Cards::asked).orElse("This item is not in the run log."),
                record.map(Cards::reply).orElse(""),
                lines,
                missing == 0 ? "" : missing + " more calls are in the ledger.");
    }

    private static String asked(ItemRecord record) {
        return "POST " + record.item().path() + " at " + Figures.seconds(record.sentMicros()) + "\n"
                + Figures.clip(record.item().body(), BODY_LENGTH);
    }

    private static String reply(ItemRecord record) {
        String after = " after " + Figures.seconds(record.doneMicros() - record.sentMicros());
        return switch (record.reply()) {
            case ItemReply.Replied replied ->
                replied.status() + after + "\n" + Figures.clip(replied.body(), BODY_LENGTH);
            case ItemReply.NoReply silent -> "No reply" + after + "\n" + Figures.clip(silent.reason(), BODY_LENGTH);
        };
    }

    private static CallLine line(LedgerEntry call) {
        LedgerEntry.Times times = call.times();
        long end = Math.max(times.lastByteMicros(), times.abortedMicros());
        String fault = call.served().fault().equals("none") ? "" : call.served().fault();
        return new CallLine(
                "#" + call.call(),
                Figures.seconds(times.receivedMicros()),
                end < 0 ? "-" : Figures.seconds(end - times.receivedMicros()),
                call.request().model(),
                call.served().status() == 0
                        ? "none"
                        : Integer.toString(call.served().status()),
                (fault + (call.served().clientAborted() ? " client left" : "")).strip(),
                String.format(
                        Locale.ENGLISH,
                        "%d / %d",
                        call.usage().inputTokens(),
                        call.usage().outputTokens()));
    }
}
