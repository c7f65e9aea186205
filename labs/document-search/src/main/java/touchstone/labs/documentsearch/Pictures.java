package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import touchstone.chance.Chance;
import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.labs.documentsearch.Evidence.Searched;
import touchstone.measurement.interval.ClusterBootstrap;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.ranking.RiskCoverage;
import touchstone.runner.lab.Figure;
import touchstone.runner.run.RunLog.ItemRecord;

/** What a report of this lab shows beside the criteria. */
final class Pictures {

    private static final int CASES = 3;

    private final Evidence evidence;
    private final Chance chance;

    Pictures(Evidence evidence, long seed) {
        this.evidence = evidence;
        this.chance = Chance.ofSeed(seed).stream("document-search-figures");
    }

    List<Figure> all() {
        return List.of(
                byKind(
                        "Retrieval by kind of question",
                        "Mean nDCG@10 of the searches, with 95 % intervals from resampling them.",
                        "mean nDCG@10",
                        RetrievalCheck::ndcg),
                byKind(
                        "Evidence in the first ten results",
                        "Share of the facts that an answer needs which the first ten documents state, with 95 %"
                                + " intervals.",
                        "share of evidence",
                        RetrievalCheck::recall),
                risk(),
                freshness(),
                wrong());
    }

    private Figure byKind(String title, String caption, String unit, BiFunction<Truth, List<String>, Double> measure) {
        Map<String, List<Double>> kinds = new TreeMap<>();
        for (Searched searched : evidence.searches(searched -> searched.is(Sort.SEARCH))) {
            kinds.computeIfAbsent(searched.truth().kind(), _ -> new ArrayList<>())
                    .add(measure.apply(searched.truth(), searched.documents()));
        }
        List<Figure.Bar> bars = new ArrayList<>();
        kinds.forEach((kind, values) -> bars.add(bar(kind, values, title)));
        return new Figure.Bars(title, caption, unit, bars);
    }

    private Figure.Bar bar(String kind, List<Double> values, String title) {
        double mean = mean(values);
        Interval interval = ClusterBootstrap.withDefaults()
                .interval(
                        values.size(),
                        counts -> {
                            double sum = 0;
                            for (int i = 0; i < counts.length; i++) {
                                sum += counts[i] * values.get(i);
                            }
                            return sum / values.size();
                        },
                        chance.key(title, kind));
        return new Figure.Bar(kind, mean, interval.low(), interval.high(), values.size());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private Figure risk() {
        List<Asked> asks = evidence.questions(
                asked -> asked.is(Sort.ASK, Sort.UNANSWERABLE) && asked.in(Timetable.STEADY, Timetable.RESTART));
        List<RiskCoverage.Answered> answered = asks.stream()
                .filter(asked -> asked.ending().answered())
                .map(asked -> new RiskCoverage.Answered(
                        asked.reply().map(reply -> reply.confidence().orElse(1)).orElse(1.0), asked.right() ? 0 : 1))
                .toList();
        List<Figure.Line> lines = new ArrayList<>();
        if (!answered.isEmpty()) {
            RiskCoverage curve = RiskCoverage.of(answered);
            double share = (double) answered.size() / asks.size();
            lines.add(new Figure.Line(
                    "this run",
                    curve.points().stream()
                            .map(point -> new Figure.Point(point.coverage() * share, point.risk()))
                            .toList()));
        }
        return new Figure.Curve(
                "Risk against coverage",
                "If only the surest answers were given: which share of all questions gets one, and how many of those"
                    + " are wrong. The line ends where the service fell silent; without a confidence in the replies it"
                    + " is a point.",
                "share of questions answered",
                "share of answers that are wrong",
                lines);
    }

    private Figure freshness() {
        long accepted = evidence.batches().stream()
                .filter(record -> record.item().phase().equals(Timetable.UPDATE))
                .mapToLong(ItemRecord::doneMicros)
                .max()
                .orElse(0);
        List<Figure.Dot> dots = evidence.questions(asked -> asked.is(Sort.CHANGED)).stream()
                .sorted(Comparator.comparingLong(asked -> asked.record().sentMicros()))
                .map(asked -> new Figure.Dot(
                        (asked.record().sentMicros() - accepted) / 1e6,
                        asked.right(),
                        (asked.right()
                                        ? "new version"
                                        : FreshnessCheck.stale(asked)
                                                ? "old version"
                                                : asked.ending().words())
                                + ": " + Words.clipped(asked.truth().text(), 60)))
                .toList();
        return new Figure.Dots(
                "When answers became fresh",
                "Each question whose answer the update changed: answered from the new version or not.",
                "seconds after the update was accepted",
                dots);
    }

    private Figure wrong() {
        List<Figure.Case> cases =
                evidence
                        .questions(asked -> asked.ending().answered()
                                && !asked.right()
                                && !asked.calls().isEmpty())
                        .stream()
                        .limit(CASES)
                        .map(asked -> new Figure.Case(
                                asked.id(),
                                asked.truth().text(),
                                asked.truth().answerable() ? asked.truth().answer() : "The documents do not say.",
                                asked.reply().map(AnswerReply::answer).orElse(""),
                                asked.calls().getLast().request().prompt()))
                        .toList();
        return new Figure.Cases("Wrong answers", "With the last prompt that the model saw for each.", cases);
    }
}
