import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that look at texts only: does an answer say what its quotes say, and does a statement talk to its readers' machines? */
final class Support {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final List<String> ONES = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Integer> NUMBERS = numbers();

    /** Orders to a machine that reads along. A document has nothing to order. */
    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override|skip|leave out)\\b.{0,50}\\b(?:instructions?|directions?|prompts?|rules|documents)\\b"
                    + "|^\\W*system\\W|whatever (?:the user|anyone|is) ask"
                    + "|\\b(?:assistants?|ai|llm|chatbots?|language models?)\\b.{0,120}\\b(?:reply|answers?|respond|say|write|include|end)\\b"
                    + "|\\b(?:reply|answer|respond|say|write)\\b.{0,30}\\b(?:only with|exactly|with:)|<!--",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Support() {}

    static boolean isOrder(String statement) {
        return ORDER.matcher(statement).find();
    }

    /** Whether every number and every word of a name of an answer stands in the quotes or in the question. */
    static boolean holds(String answer, String question, List<String> quotes) {
        String ground = question + "\n" + String.join("\n", quotes);
        Set<String> known = values(ground);
        known.add(String.valueOf(quotes.size())); // an answer may count what it quotes
        return known.containsAll(values(answer)) && words(ground).containsAll(words(String.join(" ", Query.names(answer))));
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(found -> words.add(found.group()));
        words.remove("eur"); // a sign in one text is a word in the other
        return words;
    }

    /** Numbers in digits, whether they are written in digits or in words. */
    private static Set<String> values(String text) {
        Set<String> values = new HashSet<>();
        NUMBER.matcher(text).results().forEach(found -> values.add(found.group().replaceAll("(?<=\\d),(?=\\d{3})", "")));
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        int open = 0;
        int end = -2;
        while (words.find()) {
            Integer value = NUMBERS.get(words.group());
            boolean joins = words.start() - end == 1 && open >= 20 && open % 10 == 0 && value != null && value < 10;
            if (joins) {
                values.add(String.valueOf(open + value));
            } else if (value != null && value > 1) {
                values.add(String.valueOf(value));
            }
            open = value == null ? 0 : value;
            end = words.end();
        }
        return values;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < ONES.size(); i++) {
            numbers.put(ONES.get(i), i);
        }
        for (int i = 0; i < TENS.size(); i++) {
            numbers.put(TENS.get(i), 20 + 10 * i);
        }
        return numbers;
    }
}
