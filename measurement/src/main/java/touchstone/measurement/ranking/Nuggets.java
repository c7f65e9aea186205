package touchstone.measurement.ranking;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pieces of the answer (nuggets, subtopics) each document of one topic holds.
 *
 * @param held nuggets by document id; a document that is not named holds none
 */
public record Nuggets(Map<String, Set<String>> held) {

    public Nuggets {
        held = held.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, document -> Set.copyOf(document.getValue())));
    }

    /** Nuggets that the document holds. */
    public Set<String> of(String document) {
        return held.getOrDefault(document, Set.of());
    }
}
