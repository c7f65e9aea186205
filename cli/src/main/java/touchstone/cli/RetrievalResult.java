package touchstone.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import touchstone.measurement.ranking.Evaluation;
import touchstone.measurement.ranking.Evaluation.Missing;
import touchstone.measurement.ranking.PairedComparison.Difference;
import touchstone.measurement.ranking.RankingMeasure;
import touchstone.measurement.ranking.TopicMean.Estimate;

/**
 * What {@code measure retrieval} prints.
 *
 * @param judgedTopics topics in the judgements
 * @param compared the second run against the first; empty for one run
 * @param perTopic whether each topic's values are printed
 */
record RetrievalResult(
        int judgedTopics,
        Missing missing,
        List<RankingMeasure> measures,
        List<OfRun> runs,
        List<Compared> compared,
        boolean perTopic) {

    private static final int FEW_CLUSTERS = 10;

    /** @param name what the run calls itself */
    record OfRun(String file, String name, Evaluation evaluation, List<Measured> measured) {}

    record Measured(RankingMeasure measure, Map<String, Double> values, Estimate estimate) {}

    record Compared(RankingMeasure measure, Difference difference) {}

    String text() {
        StringBuilder text = new StringBuilder();
        for (OfRun run : runs) {
            text.append(clean(run.name()) + " (" + run.file() + "): " + topics(run) + "\n\n");
            row(text, "", "mean", "95 % interval", "what the number means");
            for (Measured measured : run.measured()) {
                Estimate found = measured.estimate();
                row(
                        text,
                        measured.measure().name(),
                        number(found.mean()),
                        number(found.interval().low()) + " to "
                                + number(found.interval().high()),
                        measured.measure().meaning());
            }
            text.append('\n').append(caution(run));
        }
        if (!compared.isEmpty()) {
            compare(text);
        }
        if (perTopic) {
            topicTable(text);
        }
        return text.toString();
    }

    private String topics(OfRun run) {
        StringBuilder said = new StringBuilder(judgedTopics + " judged topics; ");
        int lacking = run.evaluation().missing().size();
        String treatment = switch (missing) {
            case COUNTS_ZERO -> lacking == 1 ? " and counts 0" : " and count 0";
            case LEFT_OUT -> lacking == 1 ? " and is left out" : " and are left out";
        };
        said.append(
                lacking == 0
                        ? "all are answered"
                        : lacking + (lacking == 1 ? " is" : " are") + " missing in the run" + treatment);
        if (!run.evaluation().unjudged().isEmpty()) {
            said.append("; " + run.evaluation().unjudged().size() + " topics of the run are not judged and ignored");
        }
        if (!run.evaluation().hopeless().isEmpty()) {
            said.append("; " + run.evaluation().hopeless().size() + " have no relevant document and count 0");
        }
        return said + ".";
    }

    private static String caution(OfRun run) {
        int clusters = run.measured().getFirst().estimate().clusters();
        return clusters >= FEW_CLUSTERS
                ? ""
                : "The intervals rest on " + clusters + (clusters == 1 ? " cluster" : " clusters")
                        + " and are too narrow; trust them from about 10 on.\n\n";
    }

    private void compare(StringBuilder text) {
        text.append(
                clean(runs.getLast().name()) + " minus " + clean(runs.getFirst().name()) + ", on the same topics\n\n");
        row(text, "", "difference", "95 % interval", "p       better / worse / equal topics");
        for (Compared pair : compared) {
            Difference found = pair.difference();
            row(
                    text,
                    pair.measure().name(),
                    signed(found.mean()),
                    signed(found.interval().low()) + " to "
                            + signed(found.interval().high()),
                    String.format(
                            Locale.ROOT,
                            "%-7s %d / %d / %d",
                            found.pValue() < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", found.pValue()),
                            found.better(),
                            found.worse(),
                            found.equal()));
        }
        text.append("\n"
                + "p: how often a difference at least as large comes about by chance if the systems are alike"
                + " (randomisation\n"
                + "test, two-sided). Six measures are six looks at the same rankings: choose yours before you"
                + " look.\n\n");
    }

    private void topicTable(StringBuilder text) {
        for (OfRun run : runs) {
            text.append(clean(run.name()) + ", by topic\n\n");
            text.append(String.format("%-16s", "topic"));
            measures.forEach(measure -> text.append(String.format("%14s", measure.name())));
            text.append('\n');
            for (String topic : new TreeSet<>(run.measured().getFirst().values().keySet())) {
                text.append(String.format("%-16s", clean(topic)));
                run.measured()
                        .forEach(measured -> text.append(
                                String.format("%14s", number(measured.values().getOrDefault(topic, 0.0)))));
                text.append('\n');
            }
            text.append('\n');
        }
    }

    String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("judgedTopics", judgedTopics);
        document.put("missingTopics", missing == Missing.COUNTS_ZERO ? "count 0" : "are left out");
        document.put("runs", runs.stream().map(this::rows).toList());
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (Compared pair : compared) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("measure", pair.measure().name());
            row.put("difference", pair.difference().mean());
            row.put("low", pair.difference().interval().low());
            row.put("high", pair.difference().interval().high());
            row.put("p", pair.difference().pValue());
            row.put("better", pair.difference().better());
            row.put("worse", pair.difference().worse());
            row.put("equal", pair.difference().equal());
            pairs.add(row);
        }
        document.put("secondMinusFirst", pairs);
        return JsonMapper.builder().build().writeValueAsString(document) + "\n";
    }

    private Map<String, Object> rows(OfRun run) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("file", run.file());
        rows.put("name", run.name());
        rows.put("missing", run.evaluation().missing());
        rows.put("unjudged", run.evaluation().unjudged());
        rows.put("withoutRelevant", run.evaluation().hopeless());
        List<Map<String, Object>> measured = new ArrayList<>();
        for (Measured one : run.measured()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("measure", one.measure().name());
            row.put("meaning", one.measure().meaning());
            row.put("mean", one.estimate().mean());
            row.put("low", one.estimate().interval().low());
            row.put("high", one.estimate().interval().high());
            row.put("topics", one.estimate().topics());
            row.put("clusters", one.estimate().clusters());
            if (perTopic) {
                row.put("values", one.values());
            }
            measured.add(row);
        }
        rows.put("measures", measured);
        return rows;
    }

    private static void row(StringBuilder text, String name, String number, String interval, String words) {
        text.append(String.format(Locale.ROOT, "%-14s%10s  %-20s %s%n", name, number, interval, words));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value);
    }

    /** A stranger's name without signs that a terminal obeys. */
    private static String clean(String name) {
        return name.replaceAll("\\p{C}", "?");
    }
}
