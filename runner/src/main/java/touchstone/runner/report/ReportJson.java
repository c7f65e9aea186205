package touchstone.runner.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import touchstone.runner.Outcome;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.runner.score.CriterionResult;
import touchstone.runner.score.CriterionResult.Score;

/**
 * The report as JSON, for programs. {@code report.schema.json} beside this class describes it.
 *
 * <p>The same report is always the same text: keys stand in one order and never depend on the solution, numbers carry at
 * most four decimals, whole numbers carry none, and what was not measured is {@code null}.
 */
public final class ReportJson {

    private static final int DECIMALS = 4;
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES))
            .build();

    private ReportJson() {}

    /** One JSON document, indented by two spaces, with a line feed at its end. */
    public static String write(Report report) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(report)) + "\n";
    }

    private static ObjectNode tree(Report report) {
        ObjectNode root = object();
        root.put("lab", report.subject().lab());
        root.put("labVersion", report.subject().labVersion());
        root.put("gradingVersion", report.subject().gradingVersion());
        root.put("seed", report.subject().seed());
        root.put("outcome", report.outcome().code());
        root.put("cause", report.outcome().cause());
        root.set("score", score(report));
        ArrayNode competencies = root.putArray("competencies");
        for (Competencies.Share share : Competencies.of(report.criteria())) {
            number(competencies.addObject().put("id", share.id()), "score", share.score());
        }
        ArrayNode criteria = root.putArray("criteria");
        report.criteria().forEach(result -> criteria.add(criterion(result)));
        root.set("cost", cost(report.cost()));
        root.set("latency", latency(report.latency()));
        texts(root, "followUps", report.followUps());
        root.set("provenance", provenance(report));
        return root;
    }

    /** A failed solution scores 0 by rule, so that its 0 has no uncertainty. */
    private static ObjectNode score(Report report) {
        return switch (report.outcome()) {
            case Outcome.Scored _ ->
                report.score()
                        .map(total -> interval(total.value(), total.low(), total.high()))
                        .orElseThrow(() -> new RunnerException("the report of a scored run of lab "
                                + report.subject().lab() + " has no total; the scorer must give one"));
            case Outcome.SolutionFailed _ -> interval(0, 0, 0);
            case Outcome.InvalidSubmission _, Outcome.InfraError _ -> interval(Double.NaN, Double.NaN, Double.NaN);
        };
    }

    private static ObjectNode interval(double value, double low, double high) {
        ObjectNode node = object();
        number(node, "value", value);
        number(node, "low", low);
        number(node, "high", high);
        return node;
    }

    private static ObjectNode criterion(CriterionResult result) {
        Criterion criterion = result.criterion();
        ObjectNode node = object();
        node.put("id", criterion.id());
        node.put("title", criterion.title());
        node.put("competency", criterion.competency());
        switch (result.score()) {
            case Score.Scored scored -> {
                number(node, "value", scored.value());
                node.put("unit", criterion.unit());
                number(node, "numerator", scored.numerator());
                number(node, "denominator", scored.denominator());
                number(node, "low", scored.low());
                number(node, "high", scored.high());
                number(node, "points", scored.points());
            }
            case Score.Unscored _ -> {
                node.putNull("value");
                node.put("unit", criterion.unit());
                node.putNull("numerator").putNull("denominator").putNull("low").putNull("high");
                node.put("points", 0);
            }
        }
        node.put("maxPoints", criterion.maxPoints());
        node.put("kind", criterion.kind().name().toLowerCase(Locale.ROOT));
        node.put("gate", criterion.gate());
        node.put("finding", finding(result));
        examples(node, result.examples());
        return node;
    }

    private static String finding(CriterionResult result) {
        return switch (result.score()) {
            case Score.Scored _ -> result.finding();
            case Score.Unscored unscored -> unscored.reason();
        };
    }

    private static void examples(ObjectNode criterion, List<Measure.Example> examples) {
        ArrayNode array = criterion.putArray("examples");
        for (Measure.Example example : examples) {
            ObjectNode node = array.addObject();
            node.put("item", example.item());
            node.put("what", example.what());
            ArrayNode calls = node.putArray("calls");
            example.calls().forEach(calls::add);
        }
    }

    private static ObjectNode cost(Report.Cost cost) {
        ObjectNode node = object();
        node.put("totalMicros", cost.totalMicros());
        node.put("calls", cost.calls());
        node.put("inputTokens", cost.inputTokens());
        node.put("outputTokens", cost.outputTokens());
        number(node, "microsPerAnswer", cost.microsPerAnswer());
        return node;
    }

    private static ObjectNode latency(Report.Latency latency) {
        ObjectNode node = object();
        number(node, "p50Millis", latency.p50());
        number(node, "p95Millis", latency.p95());
        number(node, "p99Millis", latency.p99());
        number(node, "referenceP50Millis", latency.referenceP50());
        number(node, "relativeP50", latency.relativeP50());
        return node;
    }

    private static ObjectNode provenance(Report report) {
        Report.Provenance provenance = report.provenance();
        ObjectNode node = object();
        node.put("startedAt", report.subject().startedAt());
        node.put("quick", report.subject().quick());
        node.put("touchstoneVersion", provenance.touchstoneVersion());
        node.put("sandbox", provenance.sandbox());
        node.put("solutionDigest", provenance.solutionDigest());
        node.put("machine", provenance.machine());
        number(node, "driverLatenessP99Millis", provenance.driverLatenessP99Millis());
        number(node, "simulatorLatenessP99Millis", provenance.simulatorLatenessP99Millis());
        texts(node, "notes", provenance.notes());
        return node;
    }

    private static void texts(ObjectNode node, String key, List<String> texts) {
        ArrayNode array = node.putArray(key);
        texts.forEach(array::add);
    }

    /** A ratio with nothing below the line is not a number, and is written as null. */
    private static void number(ObjectNode node, String key, double value) {
        if (!Double.isFinite(value)) {
            node.putNull(key);
            return;
        }
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        node.set(key, JsonNodeFactory.instance.numberNode(rounded.scale() < 0 ? rounded.setScale(0) : rounded));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
