package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import touchstone.worlds.Kind;
import touchstone.worlds.Outdated;
import touchstone.worlds.Question;
import touchstone.worlds.facts.Values;

/**
 * What gives a wrong answer away: its numbers and names, where the right answer, the question and the other wrong answers do
 * not have them. "8 weeks" in a wrong sentence gives away an answer that says "six weeks, or 8 weeks".
 */
final class Phrases {

    private static final Set<String> NUMBERS = Set.copyOf(Values.NUMERALS);

    private static final Pattern CAPITALISED = Pattern.compile("(?<=[\\p{L}\\p{N},] )\\p{Lu}[\\p{L}\\p{N}]*");

    private Phrases() {}

    /** Empty for questions whose wrong answers are parts or rearrangements of the right one. */
    static List<String> onlyWrong(Question question) {
        if (question.kind() == Kind.COMPARISON || question.kind() == Kind.AGGREGATION || !question.answerable()) {
            return List.of();
        }
        Set<String> wrong = new LinkedHashSet<>(question.answer().wrong());
        question.evidence().outdated().stream().map(Outdated::sentence).forEach(wrong::add);
        Set<String> harmless = new HashSet<>(Tokens.of(question.text()));
        harmless.addAll(Tokens.of(question.answer().sentence()));
        question.answer().nuggets().forEach(forms -> forms.forEach(form -> harmless.addAll(Tokens.of(form))));
        Map<String, Integer> shared = new HashMap<>();
        wrong.forEach(
                sentence -> Set.copyOf(Tokens.of(sentence)).forEach(token -> shared.merge(token, 1, Integer::sum)));
        shared.forEach((token, sentences) -> {
            if (sentences > 1) {
                harmless.add(token);
            }
        });
        Set<String> phrases = new LinkedHashSet<>();
        wrong.forEach(sentence -> phrases.addAll(telling(sentence, harmless)));
        return List.copyOf(phrases);
    }

    private static List<String> telling(String sentence, Set<String> harmless) {
        Set<String> names = new HashSet<>();
        CAPITALISED.matcher(sentence).results().forEach(found -> names.addAll(Tokens.of(found.group())));
        List<String> tokens = Tokens.of(sentence);
        List<String> phrases = new ArrayList<>();
        for (int start = 0; start < tokens.size(); ) {
            int end = start;
            while (end < tokens.size() && tells(tokens.get(end), names, harmless)) {
                end++;
            }
            if (end > start) {
                boolean alone = end - start == 1;
                int from = alone && end == tokens.size() ? Math.max(0, start - 1) : start;
                int to = alone ? Math.min(tokens.size(), end + 1) : end;
                phrases.add(String.join(" ", tokens.subList(from, to)));
            }
            start = Math.max(end, start + 1);
        }
        return phrases;
    }

    private static boolean tells(String token, Set<String> names, Set<String> harmless) {
        boolean value = token.chars().anyMatch(Character::isDigit) || NUMBERS.contains(token) || names.contains(token);
        return value && !harmless.contains(token);
    }
}
