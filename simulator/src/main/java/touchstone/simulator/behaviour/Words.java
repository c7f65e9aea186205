package touchstone.simulator.behaviour;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a text without case, punctuation and white space, with their places in tokens.
 *
 * @param words in order, in lower case, in Unicode form NFKC
 * @param offsets tokens before each word, as {@link TokenCursor} counts
 * @param tokens tokens of the whole text
 */
record Words(List<String> words, List<Integer> offsets, int tokens) {

    static Words of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        TokenCursor cursor = new TokenCursor(plain);
        int tokens = 0;
        while (cursor.next()) {
            if (cursor.isWord()) {
                words.add(plain.substring(cursor.start(), cursor.end()));
                offsets.add(tokens);
            }
            tokens += cursor.cost();
        }
        return new Words(words, offsets, tokens);
    }

    int size() {
        return words.size();
    }

    String at(int place) {
        return words.get(place);
    }

    /** Every place of every word. */
    Map<String, List<Integer>> places() {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            places.computeIfAbsent(words.get(i), word -> new ArrayList<>()).add(i);
        }
        return places;
    }
}
