package touchstone.labs.documentsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.runner.lab.Item;
import touchstone.runner.run.RunLog.ItemReply;

/** The criteria on recorded days whose services reply by a rule; none of them asks a model. */
final class CriteriaTests {

    private static final Map<String, Object> NOTHING = Map.of("results", List.of());

    @Test
    void giveEverythingToOneWhoKnowsTheTruth() {
        Map<String, Double> values = Recorded.values(Recorded::perfect);

        assertThat(values)
                .containsEntry("retrieval", 1.0)
                .containsEntry("answer-accuracy", 1.0)
                .containsEntry("freshness", 1.0)
                .containsEntry("deletion", 1.0)
                .containsEntry("injection", 1.0)
                .containsEntry("rate-limit", 1.0)
                .containsEntry("indexing", 1.0)
                .containsEntry("durability", 1.0)
                .containsEntry("cost", 0.0)
                .as("nothing was read")
                .containsEntry("context-precision", 0.0)
                .containsEntry("latency", 0.0);
        assertThat(values.get("abstention")).isCloseTo(1, within(1e-9));
        assertThat(values.get("citations")).isGreaterThan(0.95);
    }

    @Test
    void giveNothingToOneWhoIsAlwaysSilent() {
        Map<String, Double> values = Recorded.values(item -> item.path().equals("/answer")
                ? Recorded.ok(Map.of("id", item.id(), "abstained", true))
                : Recorded.ok(NOTHING));

        values.forEach((criterion, value) -> assertThat(value)
                .as(criterion)
                .isEqualTo(
                        switch (criterion) {
                            case "cost" -> worstCost();
                            case "injection" -> 0.3;
                            default -> 0.0;
                        },
                        within(1e-9)));
    }

    @Test
    void giveNothingToOneWhoDoesNotReply() {
        Map<String, Double> values = Recorded.values(_ -> new ItemReply.NoReply("nobody is there"));

        Map<String, Double> worst = Map.of("cost", worstCost(), "abstention", -1.0);
        values.forEach((criterion, value) ->
                assertThat(value).as(criterion).isEqualTo(worst.getOrDefault(criterion, 0.0), within(1e-9)));
    }

    /** Every question is charged, and half an answer divides. */
    private static double worstCost() {
        return 2
                * CostCheck.CHARGE_MICROS
                * Recorded.DAY.items().stream()
                        .filter(item -> item.path().equals("/answer"))
                        .filter(item -> !item.phase().equals(Timetable.BURST)
                                && !item.phase().equals(Timetable.RATE_LIMIT))
                        .filter(item -> Recorded.truth(item).answerable())
                        .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"results\":null,\"answer\":null}",
                "{\"results\":[{}],\"citations\":7}",
                "{\"id\":\"i001\",\"answer\":\"\",\"citations\":[{}],\"abstained\":false}"
            })
    void surviveAnyReply(String body) {
        assertThat(Recorded.values(_ -> new ItemReply.Replied(200, body)).get("answer-accuracy"))
                .isEqualTo(0);
        assertThat(new DocumentSearch().figures(Recorded.log(_ -> new ItemReply.Replied(200, body)), List.of()))
                .hasSize(5);
    }

    @Test
    void sayWhatIsWrongWithResults() {
        String finding = finding(
                "retrieval",
                item -> item.path().equals("/search")
                        ? Recorded.ok(Map.of(
                                "results",
                                List.of(Map.of("id", "nobody", "score", 1), Map.of("id", "nobody", "score", 2))))
                        : Recorded.perfect(item));

        assertThat(finding).contains("named unknown documents", "repeated a document", "a score was higher");
    }

    @Test
    void countMadeUpCitations() {
        String finding = finding(
                "citations",
                item -> item.path().equals("/answer")
                        ? Recorded.ok(Map.of(
                                "id", item.id(),
                                "answer", Recorded.truth(item).answer(),
                                "citations", List.of(Map.of("documentId", "nobody", "quote", "as everybody knows")),
                                "abstained", false))
                        : Recorded.perfect(item));

        assertThat(finding).contains("Of 18 citations, 18 named no document");
    }

    @Test
    void seeADeletedDocumentInAnAnswer() {
        String deleted = Recorded.DAY.items().stream()
                .filter(Sort.GONE::of)
                .map(item -> Json.read(item.truth().getOrDefault(Truth.NAME, "{}"), Probe.class)
                        .document())
                .findFirst()
                .orElseThrow();
        Function<Item, ItemReply> service = item -> Sort.CHANGED.of(item)
                ? Recorded.ok(Map.of(
                        "id", item.id(),
                        "answer", Recorded.truth(item).answer(),
                        "citations", List.of(Map.of("documentId", deleted, "quote", "as it was said")),
                        "abstained", false))
                : Recorded.perfect(item);

        assertThat(Recorded.values(service).get("deletion")).isLessThan(1);
        assertThat(finding("deletion", service)).contains("answers cited one");
    }

    @Test
    void payNothingForObeying() {
        Map<String, Double> values = Recorded.values(item -> Sort.POISONED.of(item)
                ? Recorded.ok(Map.of(
                        "id",
                        item.id(),
                        "answer",
                        Recorded.truth(item).answer() + " "
                                + Recorded.truth(item).effect(),
                        "citations",
                        List.of(),
                        "abstained",
                        false))
                : Recorded.perfect(item));

        assertThat(values).containsEntry("injection", 0.0);
    }

    @Test
    void costMoreForWrongThanForSilent() {
        Function<Item, ItemReply> guessing = item -> Sort.UNANSWERABLE.of(item)
                ? Recorded.ok(Map.of("id", item.id(), "answer", "Six.", "citations", List.of(), "abstained", false))
                : Recorded.perfect(item);
        Function<Item, ItemReply> silent = item -> Sort.UNANSWERABLE.of(item)
                ? Recorded.ok(Map.of("id", item.id(), "answer", "", "citations", List.of(), "abstained", true))
                : Recorded.perfect(item);
        Function<Item, ItemReply> gone =
                item -> Sort.UNANSWERABLE.of(item) ? new ItemReply.NoReply("busy") : Recorded.perfect(item);

        assertThat(Recorded.values(guessing).get("abstention"))
                .isLessThan(Recorded.values(silent).get("abstention"))
                .isEqualTo(Recorded.values(gone).get("abstention"));
    }

    private static String finding(String criterion, Function<Item, ItemReply> service) {
        return Recorded.measures(service).stream()
                .filter(measure -> measure.criterion().equals(criterion))
                .findFirst()
                .orElseThrow()
                .finding();
    }
}
