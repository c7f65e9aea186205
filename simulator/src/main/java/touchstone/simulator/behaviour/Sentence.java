package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import touchstone.simulator.behaviour.Prompt.Span;

/**
 * A sentence to look for in prompts. It is present when at least 90 % of its words stand there in order with few others
 * between them, and none of the vital ones is missing.
 *
 * <p>Implementation: if it is present with at most {@code m} words missing, then one of its {@code m + 1} rarest words is
 * present; only the windows around those are compared, first word for word, then by the heaviest common subsequence, in which
 * a vital word outweighs all others together.
 *
 * @param words in order, not empty
 * @param vital the words that may not be missing
 */
record Sentence(List<String> words, Set<String> vital) {

    private static final int SHARE_PERCENT = 90;
    private static final int EXTRA_WORDS = 4;
    private static final int MOST_FOUND = 8;

    /** Where it stands in the prompt, in the order of the rarest words' places; at most {@value #MOST_FOUND}. */
    List<Span> in(Prompt prompt) {
        int spare = words.size() - needed();
        int absent = 0;
        for (String word : words) {
            if (!prompt.has(word) && (++absent > spare || vital.contains(word))) {
                return List.of();
            }
        }
        int[] rarest = IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> prompt.placesOf(words.get(i)).length))
                .limit(spare + 1L)
                .mapToInt(Integer::intValue)
                .toArray();
        List<Span> found = new ArrayList<>();
        for (int index : rarest) {
            for (int place : prompt.placesOf(words.get(index))) {
                if (found.size() < MOST_FOUND && found.stream().noneMatch(span -> holds(span, place))) {
                    around(prompt.words(), place, index, found);
                }
            }
        }
        return found;
    }

    private static boolean holds(Span span, int place) {
        return place >= span.from() && place < span.to();
    }

    private void around(Words prompt, int place, int index, List<Span> found) {
        int begin = place - index;
        if (standsAt(prompt, begin)) {
            found.add(new Span(begin, begin + words.size()));
            return;
        }
        int slack = words.size() / 2 + EXTRA_WORDS;
        int from = Math.max(0, begin - slack);
        int to = Math.min(prompt.size(), begin + words.size() + slack);
        if (isIn(prompt.words().subList(from, to))) {
            found.add(narrowed(prompt.words(), from, to));
        }
    }

    private boolean standsAt(Words prompt, int begin) {
        if (begin < 0 || begin + words.size() > prompt.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).equals(prompt.at(begin + i))) {
                return false;
            }
        }
        return true;
    }

    private Span narrowed(List<String> prompt, int from, int to) {
        int first = from;
        int last = to;
        while (last - 1 > first && isIn(prompt.subList(first, last - 1))) {
            last--;
        }
        while (first + 1 < last && isIn(prompt.subList(first + 1, last))) {
            first++;
        }
        return new Span(first, last);
    }

    private int needed() {
        return Math.ceilDiv(words.size() * SHARE_PERCENT, 100);
    }

    private boolean isIn(List<String> window) {
        int vitalWords = (int) words.stream().filter(vital::contains).count();
        int others = Math.max(0, needed() - vitalWords);
        return weightInOrder(window) >= vitalWords * vitalWeight() + others;
    }

    private int vitalWeight() {
        return words.size() + 1;
    }

    /** Weight of the heaviest common subsequence. */
    private int weightInOrder(List<String> window) {
        int[] row = new int[window.size() + 1];
        for (String word : words) {
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
