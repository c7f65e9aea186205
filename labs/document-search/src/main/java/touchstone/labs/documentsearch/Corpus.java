package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import touchstone.runner.lab.Item;
import touchstone.runner.run.RunLog.ItemRecord;

/** The documents over the day, read back from what was sent. Moments are planned arrivals, in microseconds. */
final class Corpus {

    /** @param body folded; empty when the document was deleted */
    private record Version(long fromMicros, Optional<String> body) {}

    private final Map<String, List<Version>> versions = new HashMap<>();

    /** @param records of the run, in order of arrival */
    static Corpus of(List<ItemRecord> records) {
        Corpus corpus = new Corpus();
        for (ItemRecord record : records) {
            Item item = record.item();
            if (Sort.BATCH.of(item)) {
                Json.object(item.body()).ifPresent(batch -> corpus.apply(item.arrivalMicros(), batch));
            }
        }
        return corpus;
    }

    private void apply(long micros, JsonNode batch) {
        for (JsonNode document : batch.path("upsert").values()) {
            String body = Tokens.folded(document.path("body").asString(""));
            add(document.path("id").asString(""), new Version(micros, Optional.of(body)));
        }
        for (JsonNode id : batch.path("delete").values()) {
            add(id.asString(""), new Version(micros, Optional.empty()));
        }
    }

    private void add(String id, Version version) {
        versions.computeIfAbsent(id, _ -> new ArrayList<>()).add(version);
    }

    /** The folded body that a document has at a moment; empty when there is no such document then. */
    Optional<String> bodyAt(String id, long micros) {
        Optional<String> body = Optional.empty();
        for (Version version : versions.getOrDefault(id, List.of())) {
            if (version.fromMicros() <= micros) {
                body = version.body();
            }
        }
        return body;
    }

    /** Whether a document was there and is deleted at that moment. */
    boolean isDeleted(String id, long micros) {
        return bodyAt(id, micros).isEmpty()
                && versions.getOrDefault(id, List.of()).stream().anyMatch(version -> version.fromMicros() <= micros);
    }
}
