package touchstone.labs.documentsearch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as words and numbers, without case, punctuation and thousands separators. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\d+(?:[.:]\\d+)*|\\p{L}+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,'\\u00a0\\u202f](?=\\d{3}(?!\\d))");

    private Tokens() {}

    static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher matcher = TOKEN.matcher(THOUSANDS.matcher(plain).replaceAll(""));
        List<String> tokens = new ArrayList<>();
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** Whether a text says a phrase: its words next to each other and in order. A phrase without words is never said. */
    static boolean says(List<String> text, String phrase) {
        List<String> wanted = of(phrase);
        return !wanted.isEmpty() && Collections.indexOfSubList(text, wanted) >= 0;
    }

    /** The text with white space folded to single spaces. */
    static String folded(String text) {
        return text.strip().replaceAll("[\\s\\u00a0]+", " ");
    }
}
