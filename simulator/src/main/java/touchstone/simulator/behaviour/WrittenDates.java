package touchstone.simulator.behaviour;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import touchstone.simulator.behaviour.Prompt.Span;

/** The ways in which a date is written, as words, and whether one stands near a place of a prompt. */
final class WrittenDates {

    private static final int NEAR_WORDS = 150;

    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "yyyy-MM-dd",
                    "yyyy M d",
                    "yyyyMMdd",
                    "d MMMM yyyy",
                    "d MMM yyyy",
                    "MMMM d yyyy",
                    "MMM d yyyy",
                    "dd MMMM yyyy",
                    "dd MMM yyyy",
                    "MMMM dd yyyy",
                    "MMM dd yyyy",
                    "dd.MM.yyyy",
                    "d.M.yyyy")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH))
            .toList();

    private WrittenDates() {}

    /** The given forms; where one is an ISO date, its other usual forms too. */
    static List<List<String>> of(List<String> given) {
        Set<List<String>> forms = new LinkedHashSet<>();
        for (String date : given) {
            forms.add(List.copyOf(Words.of(date).words()));
            isoDay(date)
                    .ifPresent(day -> FORMS.forEach(form ->
                            forms.add(List.copyOf(Words.of(form.format(day)).words()))));
        }
        forms.removeIf(List::isEmpty);
        return new ArrayList<>(forms);
    }

    private static Optional<LocalDate> isoDay(String date) {
        try {
            return Optional.of(LocalDate.parse(date.strip()));
        } catch (DateTimeParseException anotherForm) {
            return Optional.empty();
        }
    }

    /** Whether one of the forms stands within about 150 words of a place. */
    static boolean standNear(List<List<String>> forms, Span span, Words words) {
        int from = Math.max(0, span.from() - NEAR_WORDS);
        int to = Math.min(words.size(), span.to() + NEAR_WORDS);
        for (int place = from; place < to; place++) {
            for (List<String> form : forms) {
                if (place + form.size() <= to && standsAt(form, words, place)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean standsAt(List<String> form, Words words, int place) {
        for (int i = 0; i < form.size(); i++) {
            String word = words.at(place + i);
            boolean last = i == form.size() - 1;
            if (!word.equals(form.get(i)) && !(last && isDayWithTime(word, form.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is that day with a time behind it, as in 2031-04-02T10:30. */
    private static boolean isDayWithTime(String word, String day) {
        int length = day.length();
        return word.length() > length + 1
                && word.startsWith(day)
                && word.charAt(length) == 't'
                && Character.isDigit(word.charAt(length + 1));
    }
}
