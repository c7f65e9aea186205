package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import touchstone.simulator.knowledge.Conflict;
import touchstone.simulator.knowledge.Fact;
import touchstone.simulator.knowledge.Question;

/**
 * Looks for the facts of a question in a prompt. A fact is present when at least 90 % of the words of its span, or of one
 * alias, stand there in order with few others between them. Words with a digit and words of the question's answer are vital:
 * none of them may be missing, so that "seven weeks" is no evidence for "six weeks".
 *
 * <p>Implementation: if a span is present with at most {@code m} words missing, then one of its {@code m + 1} rarest words
 * is present; only the windows around those are compared, by the heaviest common subsequence, in which a vital word outweighs
 * all others together.
 */
final class Evidence {

    /** How a question's facts stand in a prompt. */
    enum Standing {
        /** All are there, each near one end of the prompt. */
        NEAR,
        /** All are there, at least one far from both ends. */
        BURIED,
        /** At least one is not there. */
        MISSING
    }

    private static final int SHARE_PERCENT = 90;
    private static final int EXTRA_WORDS = 4;

    private final Map<String, List<List<String>>> sentencesByFact = new HashMap<>();

    Evidence(List<Fact> facts) {
        for (Fact fact : facts) {
            List<List<String>> sentences = new ArrayList<>();
            sentences.add(Words.of(fact.span()).words());
            fact.aliases().forEach(alias -> sentences.add(Words.of(alias).words()));
            sentences.removeIf(List::isEmpty);
            if (sentences.isEmpty() || sentencesByFact.put(fact.id(), sentences) != null) {
                throw new IllegalArgumentException("fact " + fact.id() + " is empty or stands twice");
            }
        }
    }

    /** @throws IllegalArgumentException when a question needs a fact that is not there */
    void check(Question question) {
        for (String fact : question.facts()) {
            if (!sentencesByFact.containsKey(fact)) {
                throw new IllegalArgumentException("question " + question.item() + " needs unknown fact " + fact);
            }
        }
        for (Conflict conflict : question.conflicts()) {
            if (!sentencesByFact.containsKey(conflict.fact())) {
                throw new IllegalArgumentException(
                        "question " + question.item() + " conflicts with unknown fact " + conflict.fact());
            }
        }
    }

    /** @param nearTokens how far from either end of the prompt still counts as near */
    Standing of(Question question, Words prompt, int nearTokens) {
        Map<String, List<Integer>> places = prompt.places();
        Set<String> answer = Set.copyOf(Words.of(question.answer()).words());
        Standing worst = Standing.NEAR;
        for (String fact : question.facts()) {
            Standing standing = Standing.MISSING;
            for (List<String> sentence : sentencesByFact.getOrDefault(fact, List.of())) {
                standing = better(
                        standing, find(new Search(sentence, vital(sentence, answer)), prompt, places, nearTokens));
            }
            worst = worst.compareTo(standing) >= 0 ? worst : standing;
        }
        return worst;
    }

    private static Standing find(Search search, Words prompt, Map<String, List<Integer>> places, int nearTokens) {
        List<String> sentence = search.sentence();
        int spare = sentence.size() - search.needed();
        if (sentence.stream().filter(word -> !places.containsKey(word)).count() > spare) {
            return Standing.MISSING;
        }
        List<Integer> rarest = IntStream.range(0, sentence.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> placesOf(sentence.get(i), places).size()))
                .limit(spare + 1L)
                .toList();
        int slack = sentence.size() / 2 + EXTRA_WORDS;
        Standing best = Standing.MISSING;
        for (int index : rarest) {
            for (int place : placesOf(sentence.get(index), places)) {
                int from = Math.max(0, place - index - slack);
                int to = Math.min(prompt.size(), place + sentence.size() - index + slack);
                if (search.isIn(prompt.words().subList(from, to))) {
                    best = better(best, standingAt(place, prompt, nearTokens));
                }
                if (best == Standing.NEAR) {
                    return best;
                }
            }
        }
        return best;
    }

    private static List<Integer> placesOf(String word, Map<String, List<Integer>> places) {
        return places.getOrDefault(word, List.of());
    }

    private static Standing standingAt(int place, Words prompt, int nearTokens) {
        int before = prompt.offsets().get(place);
        int after = prompt.tokens() - before;
        return Math.min(before, after) <= nearTokens ? Standing.NEAR : Standing.BURIED;
    }

    private static Standing better(Standing one, Standing other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Set<String> vital(List<String> sentence, Set<String> answer) {
        return sentence.stream()
                .filter(word -> answer.contains(word) || word.chars().anyMatch(Character::isDigit))
                .collect(Collectors.toSet());
    }

    /** @param vital the words that may not be missing */
    private record Search(List<String> sentence, Set<String> vital) {

        int needed() {
            return Math.ceilDiv(sentence.size() * SHARE_PERCENT, 100);
        }

        boolean isIn(List<String> window) {
            int vitalWords = (int) sentence.stream().filter(vital::contains).count();
            int others = Math.max(0, needed() - vitalWords);
            return weightInOrder(window) >= vitalWords * vitalWeight() + others;
        }

        private int vitalWeight() {
            return sentence.size() + 1;
        }

        /** Weight of the heaviest common subsequence. */
        private int weightInOrder(List<String> window) {
            int[] row = new int[window.size() + 1];
            for (String word : sentence) {
                int weight = vital.contains(word) ? vitalWeight() : 1;
                int diagonal = 0;
                for (int j = 1; j <= window.size(); j++) {
                    int above = row[j];
                    int kept = Math.max(above, row[j - 1]);
                    row[j] = word.equals(window.get(j - 1)) ? Math.max(kept, diagonal + weight) : kept;
                    diagonal = above;
                }
            }
            return row[window.size()];
        }
    }
}
