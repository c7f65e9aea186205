package touchstone.platform.insight.stages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.platform.interview.RatingLog.Entry;

/**
 * How a stage, a question or a competency is rated.
 *
 * @param id of what is rated
 * @param number of ratings
 * @param mean 1 to 5
 * @param spread standard deviation; 0 for one rating
 * @param shares share of the ratings 1, 2, 3, 4, 5
 */
public record RatedRow(String id, int number, double mean, double spread, List<Double> shares) {

    /** Fewer ratings than this say nothing, and are shown so. */
    static final int LEAST = 10;

    public RatedRow {
        shares = List.copyOf(shares);
    }

    public boolean isEnough() {
        return number >= LEAST;
    }

    /** One row for each key, those with most ratings first. */
    static List<RatedRow> by(List<Entry> entries, Function<Entry, Stream<String>> keys) {
        Map<String, List<Integer>> values = entries.stream()
                .flatMap(entry -> keys.apply(entry).map(key -> Map.entry(key, entry.value())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return values.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingInt(RatedRow::number).reversed().thenComparing(RatedRow::id))
                .toList();
    }

    private static RatedRow of(String id, List<Integer> values) {
        double mean = values.stream().mapToInt(Integer::intValue).average().orElse(0);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        List<Double> shares = Stream.of(1, 2, 3, 4, 5)
                .map(point -> (double) values.stream()
                                .filter(value -> value.equals(point))
                                .count()
                        / values.size())
                .toList();
        return new RatedRow(
                id, values.size(), mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)), shares);
    }
}
