package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A reply to a search.
 *
 * @param documents ids in the order given, each once, at most as many as were asked for
 * @param unknown how many results named a document that does not exist at that time
 * @param duplicates how many results repeated a document
 * @param unsorted whether a score is higher than the one before it
 */
record SearchReply(List<String> documents, int unknown, int duplicates, boolean unsorted) {

    SearchReply {
        documents = List.copyOf(documents);
    }

    /**
     * Empty when the text breaks the contract.
     *
     * @param exists whether there is a document of that id
     */
    static Optional<SearchReply> read(String body, int most, Predicate<String> exists) {
        return Json.object(body).flatMap(reply -> read(reply.path("results"), most, exists));
    }

    private static Optional<SearchReply> read(JsonNode results, int most, Predicate<String> exists) {
        if (!results.isArray()) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        double last = Double.POSITIVE_INFINITY;
        boolean unsorted = false;
        for (JsonNode result : results.values()) {
            if (!result.path("id").isString() || !result.path("score").isNumber()) {
                return Optional.empty();
            }
            ids.add(result.path("id").asString(""));
            double score = result.path("score").asDouble(0);
            unsorted |= score > last;
            last = score;
        }
        Set<String> once = new LinkedHashSet<>(ids);
        int unknown = (int) once.stream().filter(exists.negate()).count();
        return Optional.of(
                new SearchReply(once.stream().limit(most).toList(), unknown, ids.size() - once.size(), unsorted));
    }
}
