package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchstone.simulator.behaviour.Prompt.Span;
import touchstone.simulator.knowledge.Conflict;
import touchstone.simulator.knowledge.Fact;
import touchstone.simulator.knowledge.Question;

/**
 * Looks for the facts of a question in a prompt, each by its span and its aliases. Words with a digit and words of the
 * question's answer are vital: none of them may be missing, so that "seven weeks" is no evidence for "six weeks".
 */
final class Evidence {

    /** @param dates the written forms of its date, as words */
    private record Known(List<List<String>> sentences, List<List<String>> dates) {}

    private final Map<String, Known> facts = new LinkedHashMap<>();

    Evidence(List<Fact> facts) {
        for (Fact fact : facts) {
            List<List<String>> sentences = new ArrayList<>();
            sentences.add(Words.of(fact.span()).words());
            fact.aliases().forEach(alias -> sentences.add(Words.of(alias).words()));
            sentences.removeIf(List::isEmpty);
            Known known = new Known(sentences, WrittenDates.of(fact.dates()));
            if (sentences.isEmpty() || this.facts.put(fact.id(), known) != null) {
                throw new IllegalArgumentException("fact " + fact.id() + " is empty or stands twice");
            }
        }
    }

    /** @throws IllegalArgumentException when a question needs a fact that is not there */
    void check(Question question) {
        for (String fact : question.facts()) {
            if (!facts.containsKey(fact)) {
                throw new IllegalArgumentException("question " + question.item() + " needs unknown fact " + fact);
            }
        }
        for (Conflict conflict : question.conflicts()) {
            if (!facts.containsKey(conflict.fact())) {
                throw new IllegalArgumentException(
                        "question " + question.item() + " conflicts with unknown fact " + conflict.fact());
            }
        }
    }

    /** What of a question stands in a prompt. */
    Sighting of(Question question, Prompt prompt) {
        Map<String, List<Span>> own = new LinkedHashMap<>();
        for (String fact : question.facts()) {
            own.put(fact, find(fact, question.answer(), prompt));
        }
        Map<String, List<Span>> conflicting = new LinkedHashMap<>();
        for (Conflict conflict : question.conflicts()) {
            List<Span> spans = find(conflict.fact(), conflict.answer(), prompt);
            if (!spans.isEmpty()) {
                conflicting.put(conflict.fact(), spans);
            }
        }
        return new Sighting(question, own, conflicting, isDated(own, conflicting, prompt));
    }

    /** Every place where some fact stands, for requests that name no question. */
    List<Span> all(Prompt prompt) {
        List<Span> spans = new ArrayList<>();
        for (Known known : facts.values()) {
            for (List<String> words : known.sentences()) {
                spans.addAll(new Sentence(words, vital(words, Set.of())).in(prompt));
            }
        }
        return spans;
    }

    private List<Span> find(String fact, String answer, Prompt prompt) {
        Known known = facts.get(fact);
        List<Span> spans = new ArrayList<>();
        if (known != null) {
            Set<String> answerWords = new HashSet<>(Words.of(answer).words());
            for (List<String> words : known.sentences()) {
                for (Span span : new Sentence(words, vital(words, answerWords)).in(prompt)) {
                    if (!spans.contains(span)) {
                        spans.add(span);
                    }
                }
            }
        }
        return spans;
    }

    private static Set<String> vital(List<String> sentence, Set<String> answer) {
        Set<String> vital = new HashSet<>();
        for (String word : sentence) {
            if (answer.contains(word) || word.chars().anyMatch(Character::isDigit)) {
                vital.add(word);
            }
        }
        return vital;
    }

    /** Whether the prompt dates each side: every dated fact of the question, one at least, and every conflicting one. */
    private boolean isDated(Map<String, List<Span>> own, Map<String, List<Span>> conflicting, Prompt prompt) {
        if (conflicting.isEmpty()) {
            return false;
        }
        Map<String, List<Span>> sides = new HashMap<>(own);
        sides.keySet().removeIf(fact -> datesOf(fact).isEmpty());
        if (sides.isEmpty()) {
            return false;
        }
        sides.putAll(conflicting);
        return sides.entrySet().stream()
                .allMatch(side -> side.getValue().stream()
                        .anyMatch(span -> WrittenDates.standNear(datesOf(side.getKey()), span, prompt.words())));
    }

    private List<List<String>> datesOf(String fact) {
        Known known = facts.get(fact);
        return known == null ? List.of() : known.dates();
    }
}
