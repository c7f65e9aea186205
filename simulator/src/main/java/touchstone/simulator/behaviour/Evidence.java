package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import touchstone.simulator.knowledge.Fact;
import touchstone.simulator.knowledge.Question;

/**
 * Looks for the facts of a question in a prompt. A fact is present when at least 90 % of the words of its span, or of one
 * alias, stand there in order with few others between them.
 *
 * <p>Implementation: if a span is present with at most {@code m} words missing, then one of its {@code m + 1} rarest words
 * is present; only the windows around those are compared, by longest common subsequence.
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
    }

    /** @param nearTokens how far from either end of the prompt still counts as near */
    Standing of(Question question, Words prompt, int nearTokens) {
        Map<String, List<Integer>> places = prompt.places();
        Standing worst = Standing.NEAR;
        for (String fact : question.facts()) {
            Standing standing = Standing.MISSING;
            for (List<String> sentence : sentencesByFact.getOrDefault(fact, List.of())) {
                standing = better(standing, find(sentence, prompt, places, nearTokens));
            }
            worst = worst.compareTo(standing) >= 0 ? worst : standing;
        }
        return worst;
    }

    private static Standing find(
            List<String> sentence, Words prompt, Map<String, List<Integer>> places, int nearTokens) {
        int needed = Math.ceilDiv(sentence.size() * SHARE_PERCENT, 100);
        int spare = sentence.size() - needed;
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
                if (commonInOrder(sentence, prompt.words().subList(from, to)) >= needed) {
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

    /** Length of the longest common subsequence. */
    private static int commonInOrder(List<String> sentence, List<String> window) {
        int[] row = new int[window.size() + 1];
        for (String word : sentence) {
            int diagonal = 0;
            for (int j = 1; j <= window.size(); j++) {
                int above = row[j];
                row[j] = word.equals(window.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[window.size()];
    }
}
