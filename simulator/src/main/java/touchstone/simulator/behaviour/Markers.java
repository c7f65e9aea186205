package touchstone.simulator.behaviour;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import touchstone.simulator.knowledge.Question;

/** Finds the question whose marker stands in a text, in one pass whatever the number of questions. */
final class Markers {

    private final Map<String, Question> byMarker = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();
    private final Set<Integer> lengths = new TreeSet<>();

    /** @throws IllegalArgumentException when a marker has no letter or digit, or two questions share one */
    Markers(List<Question> questions) {
        for (Question question : questions) {
            Words marker = Words.of(question.marker());
            if (marker.size() == 0) {
                throw new IllegalArgumentException(
                        "the marker of question " + question.item() + " needs a letter or a digit");
            }
            Question other = byMarker.put(String.join(" ", marker.words()), question);
            if (other != null) {
                throw new IllegalArgumentException("questions " + other.item() + " and " + question.item()
                        + " share the marker " + question.marker());
            }
            firstWords.add(marker.at(0));
            lengths.add(marker.size());
        }
    }

    /** The question whose marker stands last in the text. */
    Optional<Question> lastIn(Words text) {
        for (int place = text.size() - 1; place >= 0; place--) {
            if (firstWords.contains(text.at(place))) {
                Optional<Question> found = at(text, place);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Question> at(Words text, int place) {
        Optional<Question> longest = Optional.empty();
        for (int length : lengths) {
            if (place + length <= text.size()) {
                String words = String.join(" ", text.words().subList(place, place + length));
                Question question = byMarker.get(words);
                longest = question == null ? longest : Optional.of(question);
            }
        }
        return longest;
    }
}
