package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchstone.simulator.knowledge.Question;

/** Finds the question whose marker or paraphrase stands in a text, in one pass whatever the number of questions. */
final class Markers {

    private static final Set<String> CUES =
            Set.of("question", "query", "asked", "asks", "ask", "q", "input", "request", "user", "topic", "frage");
    private static final int CUE_WORDS = 3;

    private final Node root = new Node();

    /** @throws IllegalArgumentException when a marker has no letter or digit, or two questions share one */
    Markers(List<Question> questions) {
        for (Question question : questions) {
            if (Words.of(question.marker()).size() == 0) {
                throw new IllegalArgumentException(
                        "the marker of question " + question.item() + " needs a letter or a digit");
            }
            add(question.marker(), question);
        }
        for (Question question : questions) {
            question.paraphrases().forEach(paraphrase -> add(paraphrase, question));
        }
    }

    private void add(String wording, Question question) {
        Node node = root;
        for (String word : Words.of(wording).words()) {
            node = node.next.computeIfAbsent(word, first -> new Node());
        }
        if (node == root) {
            return;
        }
        Question other = node.question.orElse(question);
        if (!other.equals(question)) {
            throw new IllegalArgumentException("questions " + other.item() + " and " + question.item()
                    + (question.marker().equals(wording) ? " share the marker " : " share the wording ") + wording);
        }
        node.question = Optional.of(question);
    }

    /**
     * The question whose wording stands last in the text; one that stands right behind a word such as "question" goes before
     * those that do not, since a passage may hold a question too.
     */
    Optional<Question> lastIn(Words text) {
        Optional<Question> last = Optional.empty();
        int place = text.size() - 1;
        while (place >= 0) {
            Optional<Question> found = at(text, place);
            if (found.isPresent()) {
                if (isCued(text, place)) {
                    return found;
                }
                last = last.isPresent() ? last : found;
            }
            place--;
        }
        return last;
    }

    private static boolean isCued(Words text, int place) {
        for (int before = place - 1; before >= Math.max(0, place - CUE_WORDS); before--) {
            if (CUES.contains(text.at(before))) {
                return true;
            }
        }
        return false;
    }

    /** The longest wording that begins at a place. */
    private Optional<Question> at(Words text, int place) {
        Optional<Question> longest = Optional.empty();
        Node node = root.next.get(text.at(place));
        int next = place + 1;
        while (node != null) {
            longest = node.question.isPresent() ? node.question : longest;
            node = next < text.size() ? node.next.get(text.at(next)) : null;
            next++;
        }
        return longest;
    }

    /** All wordings of a question, the marker first. */
    static List<String> wordings(Question question) {
        List<String> wordings = new ArrayList<>(List.of(question.marker()));
        wordings.addAll(question.paraphrases());
        return wordings;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private Optional<Question> question = Optional.empty();
    }
}
