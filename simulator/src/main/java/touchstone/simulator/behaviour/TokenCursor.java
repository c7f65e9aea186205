package touchstone.simulator.behaviour;

/**
 * Walks over a text unit by unit: a run of letters and digits (a word), or a run of other signs without white space.
 *
 * <p>The simulator's token count is the sum of the units' costs: a word costs one token for every six letters begun, one
 * for every three digits begun, and one for every ideograph; other signs cost one for every two begun. That is about 1.3
 * tokens for an English word, or four characters a token. White space is free.
 */
final class TokenCursor {

    private static final int LETTERS_PER_TOKEN = 6;
    private static final int DIGITS_PER_TOKEN = 3;
    private static final int SIGNS_PER_TOKEN = 2;

    private final CharSequence text;
    private int start;
    private int end;
    private int cost;
    private boolean word;

    TokenCursor(CharSequence text) {
        this.text = text;
    }

    /** Tokens in the whole text. */
    static int count(CharSequence text) {
        TokenCursor cursor = new TokenCursor(text);
        int tokens = 0;
        while (cursor.next()) {
            tokens += cursor.cost;
        }
        return tokens;
    }

    /** Steps to the next unit; false at the end. */
    boolean next() {
        start = end;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        end = start;
        if (start == text.length()) {
            return false;
        }
        word = isWordCharacter(text.charAt(start));
        if (word) {
            readWord();
        } else {
            readSigns();
        }
        return true;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int cost() {
        return cost;
    }

    boolean isWord() {
        return word;
    }

    private void readWord() {
        int letters = 0;
        int digits = 0;
        int ideographs = 0;
        while (end < text.length() && isWordCharacter(text.charAt(end))) {
            char c = text.charAt(end++);
            if (Character.isDigit(c)) {
                digits++;
            } else if (Character.isIdeographic(c)) {
                ideographs++;
            } else {
                letters++;
            }
        }
        cost = Math.ceilDiv(letters, LETTERS_PER_TOKEN) + Math.ceilDiv(digits, DIGITS_PER_TOKEN) + ideographs;
    }

    private void readSigns() {
        while (end < text.length() && !isWordCharacter(text.charAt(end)) && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        cost = Math.ceilDiv(end - start, SIGNS_PER_TOKEN);
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c);
    }
}
