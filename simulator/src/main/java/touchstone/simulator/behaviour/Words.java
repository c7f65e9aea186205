package touchstone.simulator.behaviour;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text without case, punctuation and white space, with their places in characters and in tokens. Words are in
 * lower case and in Unicode form NFKC; characters are counted in the text as it was given, tokens as {@link TokenCursor}
 * counts them.
 */
final class Words {

    private final List<String> words;
    private final int[] offsets;
    private final int[] starts;
    private final int[] ends;
    private final int tokens;

    private Words(List<String> words, int[] offsets, int[] starts, int[] ends, int tokens) {
        this.words = words;
        this.offsets = offsets;
        this.starts = starts;
        this.ends = ends;
        this.tokens = tokens;
    }

    static Words of(String text) {
        Plain plain = Plain.of(text);
        List<String> words = new ArrayList<>(text.length() / 5 + 4);
        int[] offsets = new int[64];
        int[] starts = new int[64];
        int[] ends = new int[64];
        TokenCursor cursor = new TokenCursor(plain.text());
        int tokens = 0;
        while (cursor.next()) {
            if (cursor.isWord()) {
                int place = words.size();
                if (place == offsets.length) {
                    offsets = Arrays.copyOf(offsets, 2 * place);
                    starts = Arrays.copyOf(starts, 2 * place);
                    ends = Arrays.copyOf(ends, 2 * place);
                }
                offsets[place] = tokens;
                starts[place] = plain.origin(cursor.start());
                ends[place] = plain.origin(cursor.end() - 1) + 1;
                words.add(plain.text().substring(cursor.start(), cursor.end()).toLowerCase(Locale.ROOT));
            }
            tokens += cursor.cost();
        }
        return new Words(words, offsets, starts, ends, tokens);
    }

    int size() {
        return words.size();
    }

    String at(int place) {
        return words.get(place);
    }

    /** All words, in order. */
    List<String> words() {
        return words;
    }

    /** Tokens of the whole text. */
    int tokens() {
        return tokens;
    }

    /** Tokens before a word; for the place behind the last word, tokens of the whole text. */
    int offset(int place) {
        return place < words.size() ? offsets[place] : tokens;
    }

    /** Where a word begins in the text, in characters. */
    int start(int place) {
        return starts[place];
    }

    /** Where a word ends in the text, in characters; the end is not part of it. */
    int end(int place) {
        return ends[place];
    }

    /** The first word that begins at this character or behind it; {@link #size} when none does. */
    int placeAt(int character) {
        int found = Arrays.binarySearch(starts, 0, words.size(), character);
        return found >= 0 ? found : -found - 1;
    }

    /** A text in form NFKC that knows where its characters came from. */
    private static final class Plain {
        private final String text;

        /** The character of the given text for each one; empty when nothing changed. */
        private final int[] origins;

        private Plain(String text, int[] origins) {
            this.text = text;
            this.origins = origins;
        }

        static Plain of(String text) {
            if (Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
                return new Plain(text, new int[0]);
            }
            StringBuilder plain = new StringBuilder(text.length());
            int[] origins = new int[text.length() + 16];
            int from = 0;
            while (from < text.length()) {
                int to = from + 1;
                while (to < text.length() && Character.isWhitespace(text.charAt(to - 1)) == isSpace(text, to)) {
                    to++;
                }
                String run = text.substring(from, to);
                String normal = Normalizer.normalize(run, Normalizer.Form.NFKC);
                int begin = plain.length();
                plain.append(normal);
                if (plain.length() > origins.length) {
                    origins = Arrays.copyOf(origins, 2 * plain.length());
                }
                for (int i = 0; i < normal.length(); i++) {
                    origins[begin + i] = from + Math.min(i, run.length() - 1);
                }
                from = to;
            }
            return new Plain(plain.toString(), origins);
        }

        private static boolean isSpace(String text, int place) {
            return Character.isWhitespace(text.charAt(place));
        }

        String text() {
            return text;
        }

        int origin(int place) {
            return origins.length == 0 ? place : origins[place];
        }
    }
}
