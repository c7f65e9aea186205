package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message offers for filling in a form: its quotations, names, numbers and words. */
final class Phrases {

    private static final Pattern QUOTED = Pattern.compile("[\"“`]([^\"“”`\\n]{1,200})[\"”`]");
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\d,:] )\\p{Lu}[\\p{L}\\d'’-]*(?: \\p{Lu}[\\p{L}\\d'’-]*)*");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.])-?\\d+(?:\\.\\d+)?(?![\\p{L}\\d])");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\d][\\p{L}\\d@._/'’-]*[\\p{L}\\d]|[\\p{L}\\d]");

    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "can", "could", "do", "does", "for", "from", "get", "give",
            "has", "have", "how", "i", "in", "is", "it", "its", "me", "my", "of", "on", "or", "our", "please", "that",
            "the", "there", "this", "to", "use", "was", "we", "what", "when", "where", "which", "who", "will", "with",
            "would", "you", "your");

    private final String text;

    Phrases(String text) {
        this.text = text;
    }

    /** The words that carry meaning, in lower case, plural and verb endings cut off. */
    static Set<String> stems(String text) {
        String split = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        Set<String> stems = new HashSet<>();
        for (String word : Words.of(split).words()) {
            if (!STOP_WORDS.contains(word)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    private static String stem(String word) {
        return word.length() > 4 ? word.replaceFirst("(?:ings?|ed|es|s|e)$", "") : word;
    }

    /** The value that stands right after the words of a field's name, such as 4711 in "order id 4711". */
    Optional<String> after(String fieldName) {
        Set<String> wanted = stems(fieldName);
        Optional<String> found = Optional.empty();
        boolean named = false;
        Matcher values = VALUE.matcher(text);
        while (values.find()) {
            Set<String> stem = stems(values.group());
            if (!stem.isEmpty() && wanted.containsAll(stem)) {
                named = true;
            } else if (named && !STOP_WORDS.contains(values.group().toLowerCase(Locale.ROOT))) {
                found = Optional.of(values.group());
                named = false;
            }
        }
        return found;
    }

    List<String> quotations() {
        return all(QUOTED, 1);
    }

    /** Runs of capitalised words that do not begin a sentence. */
    List<String> names() {
        return all(NAME, 0);
    }

    List<String> numbers() {
        return all(NUMBER, 0);
    }

    /** Words that carry meaning, as they are written. */
    List<String> words() {
        List<String> words = new ArrayList<>(all(VALUE, 0));
        words.removeIf(word -> STOP_WORDS.contains(word.toLowerCase(Locale.ROOT)));
        return words;
    }

    /** Whether these words stand in the text in this order, whatever their case. */
    boolean mentions(String value) {
        String needle = String.join(" ", Words.of(value).words());
        return !needle.isEmpty() && (" " + String.join(" ", Words.of(text).words()) + " ").contains(" " + needle + " ");
    }

    private List<String> all(Pattern pattern, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }
}
