import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A question taken apart.
 *
 * @param entities names and codes that it is about, in lower case
 * @param weights the other words that carry meaning, rare ones heavier
 */
record Query(String text, List<String> entities, Map<String, Double> weights) {

    private static final int SHORT_NAME = 4;
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}\\d'’-]*(?: (?:\\p{Lu}|\\d)[\\p{L}\\d'’-]*)*");
    private static final Set<String> ASKING = Set.of(
            "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "do", "doe", "did", "can", "could", "may",
            "might", "must", "should", "shall", "would", "i", "we", "you", "me", "my", "our", "us", "your", "one", "mani",
            "much", "long", "from", "have", "ha", "had", "get", "got", "been", "than", "them", "need", "tell", "give", "pleas",
            "ani", "all", "so", "if", "about", "between", "per", "its", "his", "her", "he", "she", "am", "were");

    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "in", "on", "at", "for", "of", "to", "with", "by", "as", "and", "or", "but", "is", "are", "both",
            "no", "not", "see", "error", "since", "until", "after", "before", "every", "each", "please", "note");

    static Query of(String text, Lexical lexical) throws IOException {
        List<String> entities = new ArrayList<>();
        Set<String> named = new HashSet<>();
        Set<String> phrases = new LinkedHashSet<>(Lexical.codes(text));
        phrases.addAll(names(text));
        for (String phrase : phrases) {
            Set<String> terms = new HashSet<>(lexical.terms(phrase));
            if (!terms.isEmpty() && !ASKING.containsAll(terms) && !named.containsAll(terms)) {
                entities.add(phrase.toLowerCase(Locale.ROOT));
                named.addAll(terms);
            }
        }
        Map<String, Double> weights = new HashMap<>();
        for (String term : lexical.terms(text)) {
            if (!named.contains(term) && !ASKING.contains(term)) {
                weights.put(term, lexical.rarity(term));
            }
        }
        return new Query(text, List.copyOf(entities), weights);
    }

    /** Runs of capitalised words. A sentence begins with a capital anyway: its first word counts only inside a run. */
    static List<String> names(String text) {
        String plain = text.strip();
        return NAME.matcher(plain)
                .results()
                .map(match -> match.start() > 0 ? match.group() : behindFirst(match.group()))
                .map(Query::withoutSmallWord)
                .filter(name -> name.length() > 1)
                .toList();
    }

    /** Of a run at the beginning of a sentence: all of it, unless it is a single word. */
    private static String behindFirst(String run) {
        return run.indexOf(' ') < 0 ? "" : run;
    }

    private static String withoutSmallWord(String run) {
        int space = run.indexOf(' ');
        String first = space < 0 ? run : run.substring(0, space);
        boolean small = ASKING.contains(first.toLowerCase(Locale.ROOT))
                || SMALL.contains(first.toLowerCase(Locale.ROOT));
        return !small ? run : space < 0 ? "" : withoutSmallWord(run.substring(space + 1));
    }

    /** Which of its entities a statement names: the first that stands there; -1 when none does. */
    int about(Statement statement) {
        String text = plain(statement.whole());
        for (int i = 0; i < entities.size(); i++) {
            if (text.contains(plain(entities.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #about}, by the first word of a longer name alone, as people shorten names. */
    int aboutInShort(Statement statement) {
        String text = plain(statement.whole());
        for (int i = 0; i < entities.size(); i++) {
            String first = plain(entities.get(i)).strip().split(" ", 2)[0];
            if (first.length() >= SHORT_NAME && text.contains(" " + first + " ")) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String text) {
        return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d'’-]+", " ").strip() + " ";
    }

    /** The weighted share of its other words that stand in a statement, from 0 to 1. */
    double coverage(Set<String> terms) {
        double covered = 0;
        double all = 1e-9;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            all += weight.getValue();
            covered += terms.contains(weight.getKey()) ? weight.getValue() : 0;
        }
        return covered / all;
    }

    boolean mentions(String name) {
        return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
