package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.runner.lab.Measure;
import touchstone.runner.run.RunLog;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;

/** A day as a service would have been recorded that replies by a rule, at once and without asking a model. */
final class Recorded {

    static final Day DAY = new DocumentSearch().day(7, true);

    private Recorded() {}

    static RunLog log(Function<Item, ItemReply> service) {
        List<ItemRecord> records = new ArrayList<>();
        for (Item item : DAY.items()) {
            long sent = item.arrivalMicros();
            records.add(new ItemRecord(item, sent, sent + 1_000, sent + 2_000, service.apply(item)));
        }
        return new RunLog(
                new RunLog.Header("document-search", "1.0.0", 1, 7, true, "2026-04-01T09:30:00Z"),
                DAY.phases(),
                records);
    }

    /** The measured value of each criterion; one that could not be measured is missing. */
    static Map<String, Double> values(Function<Item, ItemReply> service) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Measure measure : measures(service)) {
            double numerator = 0;
            double denominator = 0;
            for (Measure.Contribution part : measure.contributions()) {
                numerator += part.numerator();
                denominator += part.denominator();
            }
            if (denominator != 0) {
                values.put(measure.criterion(), numerator / denominator);
            }
        }
        return values;
    }

    static List<Measure> measures(Function<Item, ItemReply> service) {
        return new DocumentSearch().measure(log(service), List.of());
    }

    static ItemReply ok(Object body) {
        return new ItemReply.Replied(200, Json.of(body));
    }

    static Truth truth(Item item) {
        return Json.read(item.truth().getOrDefault(Truth.NAME, "{}"), Truth.class);
    }

    /** What a service would reply that knows the truth. */
    static ItemReply perfect(Item item) {
        return switch (item.path()) {
            case "/documents" -> ok(Map.of());
            case "/search" -> ok(Map.of("results", results(item)));
            default -> answer(item);
        };
    }

    private static List<Map<String, Object>> results(Item item) {
        List<String> documents = new ArrayList<>();
        if (Sort.SEARCH.of(item)) {
            truth(item).current().stream().map(Truth.Passage::document).forEach(documents::add);
            truth(item).passages().stream().map(Truth.Passage::document).forEach(documents::add);
        } else {
            String probed = Json.read(item.truth().getOrDefault(Truth.NAME, "{}"), Probe.class)
                    .document();
            documents.add(Sort.GONE.of(item) ? "another" : probed);
        }
        return documents.stream()
                .distinct()
                .map(id -> Map.<String, Object>of("id", id, "score", 1))
                .toList();
    }

    private static ItemReply answer(Item item) {
        Truth truth = truth(item);
        Map<String, String> quotes = new LinkedHashMap<>();
        List<Map<String, String>> citations = new ArrayList<>();
        for (Truth.Passage passage : truth.current()) {
            if (quotes.put(passage.fact(), passage.text()) == null) {
                citations.add(Map.of("documentId", passage.document(), "quote", passage.text()));
            }
        }
        return ok(Map.of(
                "id", item.id(), "answer", truth.answer(), "citations", citations, "abstained", !truth.answerable()));
    }
}
