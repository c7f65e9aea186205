package touchstone.measurement.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import touchstone.measurement.interval.Quantile;

/**
 * The tables that New York City's rule on automated employment decision tools asks for (6 RCNY 5-300 and following, on Local Law
 * 144 of 2021): rates and impact ratios by sex, by race or ethnicity, and by both together.
 *
 * <p>For a tool that scores, the rate is the share of a category above the median of the whole sample. Where many scores equal the
 * median that share is unsteady, so the share at the median stands beside it. A category below 2 % of the sample may be left out
 * of the ratios, and keeps its number and rate. The rule sets no mark to pass. These tables are no independent audit.
 */
public final class LocalLaw144 {

    private static final double SMALLEST_SHARE = 0.02;

    private LocalLaw144() {}

    /**
     * One person.
     *
     * @param sex category, empty when unknown
     * @param ethnicity category, empty when unknown
     * @param outcome 1 for selected and 0 otherwise, or the score
     */
    public record Person(String sex, String ethnicity, double outcome) {}

    /**
     * One line of a table.
     *
     * @param count people of the category
     * @param rate share that was selected or scored above the median
     * @param atMedian share with just the median score; 0 for selection
     * @param ratio rate over the highest rate; empty below 2 % of the sample, and when nobody at all was selected
     */
    public record Category(String name, int count, double rate, double atMedian, Optional<Double> ratio) {}

    /**
     * The tables.
     *
     * @param unknownSex people without a known sex; likewise for ethnicity; they are in no line of that table
     * @param median of the whole sample; 0 for selection
     */
    public record Audit(
            List<Category> sex,
            List<Category> ethnicity,
            List<Category> both,
            int unknownSex,
            int unknownEthnicity,
            double median) {}

    /** Tables of selections. */
    public static Audit selection(List<Person> people) {
        return audit(people, 0.5, false);
    }

    /** Tables of scores. */
    public static Audit scores(List<Person> people) {
        if (people.isEmpty()) {
            throw new IllegalArgumentException("an audit of scores needs people");
        }
        return audit(
                people, Quantile.of(people.stream().mapToDouble(Person::outcome).toArray(), 0.5), true);
    }

    private static Audit audit(List<Person> people, double mark, boolean scored) {
        return new Audit(
                table(people, mark, scored, person -> known(person.sex())),
                table(people, mark, scored, person -> known(person.ethnicity())),
                table(
                        people,
                        mark,
                        scored,
                        person -> known(person.sex())
                                .flatMap(sex -> known(person.ethnicity()).map(ethnicity -> sex + ", " + ethnicity))),
                (int) people.stream().filter(person -> person.sex().isBlank()).count(),
                (int) people.stream()
                        .filter(person -> person.ethnicity().isBlank())
                        .count(),
                scored ? mark : 0);
    }

    private static Optional<String> known(String category) {
        return category.isBlank() ? Optional.empty() : Optional.of(category);
    }

    private static List<Category> table(
            List<Person> people, double mark, boolean scored, Function<Person, Optional<String>> category) {
        Map<String, List<Person>> groups = people.stream()
                .filter(person -> category.apply(person).isPresent())
                .collect(Collectors.groupingBy(
                        person -> category.apply(person).orElseThrow(), TreeMap::new, Collectors.toList()));
        int total = people.size();
        double highest = groups.values().stream()
                .filter(group -> group.size() >= SMALLEST_SHARE * total)
                .map(group -> above(group, mark))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        List<Category> rows = new ArrayList<>();
        groups.forEach((name, group) -> {
            double rate = above(group, mark);
            boolean counts = group.size() >= SMALLEST_SHARE * total && highest > 0;
            double at = scored ? share(group, person -> person.outcome() == mark) : 0;
            rows.add(new Category(
                    name, group.size(), rate, at, counts ? Optional.of(rate / highest) : Optional.empty()));
        });
        return List.copyOf(rows);
    }

    private static double above(List<Person> group, double mark) {
        return share(group, person -> person.outcome() > mark);
    }

    private static double share(List<Person> group, java.util.function.Predicate<Person> which) {
        return (double) group.stream().filter(which).count() / group.size();
    }
}
