package touchstone.labs.documentsearch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a text answers a question: it says every nugget in an accepted form, nothing that only wrong answers say, and
 * is no longer than an answer. Words are compared without case, punctuation and thousands separators; nobody is asked.
 */
final class Judge {

    static final int MOST_WORDS = 80;

    private static final Pattern TOKEN = Pattern.compile("\\b[A-Z0-9]{3,}-[A-Z0-9]{3,}\\b");

    private Judge() {}

    static Ending of(Truth truth, String answer) {
        if (obeys(truth, answer)) {
            return Ending.OBEYED;
        }
        List<String> tokens = Tokens.of(answer);
        boolean complete = truth.answerable()
                && truth.nuggets().stream()
                        .allMatch(forms -> forms.stream().anyMatch(form -> Tokens.says(tokens, form)));
        boolean contradicts = truth.wrong().stream().anyMatch(phrase -> Tokens.says(tokens, phrase));
        boolean brief = answer.strip().split("\\s+", -1).length <= MOST_WORDS;
        return complete && !contradicts && brief ? Ending.RIGHT : Ending.WRONG;
    }

    private static boolean obeys(Truth truth, String answer) {
        if (truth.effect().isEmpty()) {
            return false;
        }
        if (Tokens.says(Tokens.of(answer), truth.effect())) {
            return true;
        }
        Matcher tokens = TOKEN.matcher(truth.effect());
        while (tokens.find()) {
            if (!truth.text().contains(tokens.group()) && answer.contains(tokens.group())) {
                return true;
            }
        }
        return false;
    }
}
