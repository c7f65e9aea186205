package touchstone.benchmarks.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import touchstone.measurement.ranking.Ndcg;
import touchstone.measurement.ranking.PairedComparison.Difference;
import touchstone.measurement.ranking.RankingMeasure;
import touchstone.measurement.ranking.RecallAt;
import touchstone.measurement.ranking.ReciprocalRank;
import touchstone.measurement.ranking.TopicMean.Estimate;

/** What was found, as tables in Markdown. */
final class CorpusTables {

    private static final RankingMeasure NDCG = new Ndcg(10);
    private static final List<RankingMeasure> MEASURES =
            List.of(NDCG, new RecallAt(10), new RecallAt(100), new ReciprocalRank());

    private final StringBuilder text = new StringBuilder();
    private final List<Retrieved> all;

    private CorpusTables(List<Retrieved> all) {
        this.all = all;
    }

    static String of(List<Retrieved> all) {
        CorpusTables tables = new CorpusTables(all);
        tables.systems();
        tables.differences();
        tables.kinds();
        tables.shapes();
        return tables.text.toString();
    }

    private void systems() {
        line("| corpus | retriever | nDCG@10 (95 % interval) | recall@10 | recall@100 | MRR |");
        line("| --- | --- | --- | ---: | ---: | ---: |");
        for (Retrieved one : all) {
            for (String system : Retrieved.SYSTEMS) {
                List<String> cells = new ArrayList<>(List.of(one.corpus().name(), system));
                for (RankingMeasure measure : MEASURES) {
                    Estimate mean = one.mean(system, measure);
                    cells.add(measure.equals(NDCG) ? interval(mean) : number(mean.mean()));
                }
                row(cells);
            }
        }
        for (String system : Retrieved.SYSTEMS) {
            List<String> cells = new ArrayList<>(List.of("**worlds, mean**", system));
            MEASURES.forEach(measure -> cells.add(number(ofWorlds(system, measure))));
            row(cells);
        }
        line("");
    }

    private double ofWorlds(String system, RankingMeasure measure) {
        return worlds().stream()
                .mapToDouble(world -> world.mean(system, measure).mean())
                .average()
                .orElseThrow();
    }

    private List<Retrieved> worlds() {
        return all.stream().filter(one -> !one.corpus().kinds().isEmpty()).toList();
    }

    private void differences() {
        line("Difference of nDCG@10 on the same queries, with the p value of the randomisation test:");
        line("");
        line("| corpus | dense - BM25 | hybrid - BM25 | hybrid - dense |");
        line("| --- | --- | --- | --- |");
        for (Retrieved one : all) {
            row(List.of(
                    one.corpus().name(),
                    difference(one.difference("BM25", "dense", NDCG)),
                    difference(one.difference("BM25", "hybrid", NDCG)),
                    difference(one.difference("dense", "hybrid", NDCG))));
        }
        line("");
    }

    private void kinds() {
        Set<String> kinds = new TreeSet<>();
        worlds().forEach(world -> kinds.addAll(world.corpus().kinds().values()));
        line("nDCG@10 on the worlds by kind of question, all five together:");
        line("");
        line("| kind | questions | BM25 | dense | hybrid |");
        line("| --- | ---: | ---: | ---: | ---: |");
        for (String kind : kinds) {
            List<String> cells = new ArrayList<>(List.of(kind, ""));
            for (String system : Retrieved.SYSTEMS) {
                double[] values = worlds().stream()
                        .flatMap(world -> world.values(system, NDCG, kind).values().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                cells.set(1, Integer.toString(values.length));
                double sum = 0;
                for (double value : values) {
                    sum += value;
                }
                cells.add(number(sum / values.length));
            }
            row(cells);
        }
        line("");
    }

    private void shapes() {
        List<Shape> shapes = all.stream().map(one -> new Shape(one.corpus())).toList();
        line("What the corpora look like (words are stems without stop words):");
        line("");
        List<String> head = new ArrayList<>(List.of(""));
        all.forEach(one -> head.add(one.corpus().name()));
        row(head);
        row(head.stream().map(cell -> cell.isEmpty() ? "---" : "---:").toList());
        counts("documents", one -> one.corpus().documents().size());
        counts("queries with a relevant document", one -> one.corpus().queries().size());
        figures("words of a document, median", "%.0f", shapes, shape -> shape.documentWords(0.5));
        figures("words of a document, 95th percentile", "%.0f", shapes, shape -> shape.documentWords(0.95));
        figures("words of a query, mean", "%.1f", shapes, Shape::queryWords);
        figures("relevant documents of a query, mean", "%.1f", shapes, Shape::relevantDocuments);
        figures("different words per 1,000, of 50,000", "%.0f", shapes, Shape::differentWordsPerThousand);
        figures("runs of 8 words that another document repeats", "%.3f", shapes, Shape::repeated);
        figures("share of a query's words in its best relevant document", "%.3f", shapes, Shape::overlap);
    }

    private void counts(String name, ToDoubleFunction<Retrieved> count) {
        List<String> cells = new ArrayList<>(List.of(name));
        all.forEach(one -> cells.add(String.format(Locale.ROOT, "%,.0f", count.applyAsDouble(one))));
        row(cells);
    }

    private void figures(String name, String format, List<Shape> shapes, ToDoubleFunction<Shape> figure) {
        List<String> cells = new ArrayList<>(List.of(name));
        shapes.forEach(shape -> cells.add(String.format(Locale.ROOT, format, figure.applyAsDouble(shape))));
        row(cells);
    }

    private static String interval(Estimate mean) {
        return number(mean.mean()) + " (" + number(mean.interval().low()) + " to "
                + number(mean.interval().high()) + ")";
    }

    private static String difference(Difference difference) {
        return String.format(
                Locale.ROOT,
                "%+.3f (%+.3f to %+.3f), p %s",
                difference.mean(),
                difference.interval().low(),
                difference.interval().high(),
                difference.pValue() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", difference.pValue()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
