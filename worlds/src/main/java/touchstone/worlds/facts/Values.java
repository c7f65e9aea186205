package touchstone.worlds.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import touchstone.worlds.company.Directory;

/**
 * Draws values of the kinds that relations name: {@code span days 10 60 5}, {@code money 200 9000 50},
 * {@code number bar 2 16 0.5}, {@code percent 2 20 1}, {@code clock 6 19}, {@code entity team}, {@code list causes}.
 */
public final class Values {

    /** The words for 0 to 20; no value writes another number in words. */
    public static final List<String> NUMERALS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private final Directory directory;
    private final String currency;

    public Values(Directory directory, String currency) {
        this.directory = directory;
        this.currency = currency;
    }

    /** One value of a kind. */
    public Value draw(String kind, RandomGenerator draws) {
        String[] words = kind.split(" ", -1);
        return switch (words[0]) {
            case "span" -> span(words[1], number(words, 2, draws));
            case "money" -> money(number(words, 1, draws));
            case "number" -> quantity(words[1].replace('_', ' '), number(words, 2, draws));
            case "percent" -> percent(number(words, 1, draws));
            case "clock" -> clock(draws.nextInt(Integer.parseInt(words[1]), Integer.parseInt(words[2])), draws);
            case "entity" -> named(one(directory.names(words[1]), draws));
            case "list" -> listed(one(directory.words().list(words[1]), draws));
            default -> throw new IllegalStateException("No kind of value is called " + kind);
        };
    }

    /** Another value of the kind, which cannot be taken for any of these. */
    public Value other(String kind, List<Value> taken, RandomGenerator draws) {
        for (int i = 0; i < 500; i++) {
            Value drawn = draw(kind, draws);
            if (taken.stream().noneMatch(drawn::resembles)) {
                return drawn;
            }
        }
        throw new IllegalStateException("The kind of value \"" + kind + "\" has too few different values");
    }

    /** The value that is a name. */
    public static Value named(String name) {
        return new Value(List.of(name), 0);
    }

    /** The value that is a count. */
    public static Value count(int count) {
        return new Value(
                count < NUMERALS.size() ? List.of("" + count, NUMERALS.get(count)) : List.of("" + count), count);
    }

    private static String one(List<String> list, RandomGenerator draws) {
        return list.get(draws.nextInt(list.size()));
    }

    /** An entry of a list may give several wordings, with an equals sign between. */
    private static Value listed(String entry) {
        return new Value(List.of(entry.split(" = ", -1)), 0);
    }

    private static BigDecimal number(String[] words, int at, RandomGenerator draws) {
        BigDecimal low = new BigDecimal(words[at]);
        BigDecimal step = new BigDecimal(words[at + 2]);
        int steps = new BigDecimal(words[at + 1])
                .subtract(low)
                .divideToIntegralValue(step)
                .intValue();
        return low.add(step.multiply(BigDecimal.valueOf(draws.nextInt(steps + 1))));
    }

    private static Value span(String unit, BigDecimal count) {
        int whole = count.intValueExact();
        String named = whole == 1 ? unit.substring(0, unit.length() - 1) : unit;
        return new Value(worded(whole, named), whole);
    }

    private static List<String> worded(int whole, String unit) {
        List<String> forms = new ArrayList<>(List.of(whole + " " + unit));
        if (whole < NUMERALS.size()) {
            forms.add(NUMERALS.get(whole) + " " + unit);
        }
        return forms;
    }

    private Value money(BigDecimal amount) {
        String digits = String.format(Locale.ROOT, "%,d", amount.intValueExact());
        String sign = switch (currency) {
            case "EUR" -> "€" + digits;
            case "GBP" -> "£" + digits;
            default -> currency + digits;
        };
        Set<String> forms = new LinkedHashSet<>(List.of(currency + " " + digits, digits + " " + currency, sign));
        return new Value(List.copyOf(forms), amount.doubleValue());
    }

    private static Value quantity(String unit, BigDecimal amount) {
        String digits = amount.stripTrailingZeros().toPlainString();
        return new Value(List.of(digits + " " + unit), amount.doubleValue());
    }

    private static Value percent(BigDecimal amount) {
        String digits = amount.stripTrailingZeros().toPlainString();
        return new Value(
                List.of(digits + "%", digits + " %", digits + " percent", digits + " per cent"), amount.doubleValue());
    }

    private static Value clock(int hour, RandomGenerator draws) {
        String minutes = List.of("00", "15", "30", "45").get(draws.nextInt(4));
        String half = (hour > 12 ? hour - 12 : hour) + ":" + minutes + (hour >= 12 ? " pm" : " am");
        String full = String.format(Locale.ROOT, "%02d:%s", hour, minutes);
        return new Value(List.of(full, half), hour + (Integer.parseInt(minutes) / 60.0));
    }
}
