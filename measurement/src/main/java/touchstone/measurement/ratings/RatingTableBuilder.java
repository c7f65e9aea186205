package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the ratings of a {@link RatingTable}. Every complaint is a {@link RatingsException} with one sentence.
 *
 * <p>Limits: 50 million ratings, 8 facets besides the candidate.
 */
public final class RatingTableBuilder {

    private static final int MOST = 50_000_000;

    private final Scale scale;
    private final List<String> names;
    private final List<Map<String, Integer>> seen = new ArrayList<>();
    private final int[][] columns;
    private byte[] steps = new byte[16];
    private float[] weights = new float[0];
    private int size;

    RatingTableBuilder(Scale scale, List<String> facets) {
        Set<String> distinct = new TreeSet<>(facets);
        if (facets.isEmpty()
                || facets.size() > 8
                || distinct.size() < facets.size()
                || distinct.contains("candidate")) {
            throw new RatingsException(
                    "ratings need one to eight different facets besides the candidate, got " + facets);
        }
        this.scale = scale;
        this.names = facets;
        this.columns = new int[facets.size() + 1][16];
        for (int f = 0; f <= facets.size(); f++) {
            seen.add(new HashMap<>());
        }
    }

    /**
     * Adds one rating.
     *
     * @param candidate who was rated
     * @param rating a whole number of the scale
     * @param elements one for each facet, in their order
     */
    public RatingTableBuilder add(String candidate, double rating, String... elements) {
        return addWeighted(candidate, rating, 1, elements);
    }

    /** Adds one rating that counts with this weight, above 0 and finite. */
    public RatingTableBuilder addWeighted(String candidate, double rating, double weight, String... elements) {
        if (elements.length != names.size()) {
            throw new RatingsException(
                    "a rating of " + candidate + " names " + elements.length + " elements for the facets " + names);
        }
        if (!(rating >= scale.lowest() && rating <= scale.highest()) || rating != Math.rint(rating)) {
            throw new RatingsException("the rating " + plain(rating) + " of " + candidate + " by "
                    + String.join(", ", elements) + " is not a whole number from " + scale.lowest() + " to "
                    + scale.highest());
        }
        if (!(weight > 0) || !Double.isFinite(weight)) {
            throw new RatingsException("the weight " + weight + " of a rating of " + candidate + " is not positive");
        }
        if (size == MOST) {
            throw new RatingsException("more than " + MOST + " ratings in one table");
        }
        grow();
        columns[0][size] = index(0, candidate, "candidate");
        for (int f = 0; f < elements.length; f++) {
            columns[f + 1][size] = index(f + 1, elements[f], names.get(f));
        }
        steps[size] = (byte) ((int) rating - scale.lowest());
        if (weight != 1 && weights.length == 0) {
            weights = new float[steps.length];
            Arrays.fill(weights, 0, size, 1);
        }
        if (weights.length > 0) {
            weights[size] = (float) weight;
        }
        size++;
        return this;
    }

    /**
     * The table.
     *
     * @throws RatingsException when there is no rating, or two for one candidate with the same elements
     */
    public RatingTable build() {
        if (size == 0) {
            throw new RatingsException("there is no rating");
        }
        List<List<String>> labels = new ArrayList<>();
        for (int f = 0; f < columns.length; f++) {
            labels.add(sort(f));
        }
        int candidates = labels.getFirst().size();
        int[] start = new int[candidates + 1];
        for (int row = 0; row < size; row++) {
            start[columns[0][row] + 1]++;
        }
        for (int n = 0; n < candidates; n++) {
            start[n + 1] += start[n];
        }
        int[] order = new int[size];
        int[] next = start.clone();
        for (int row = 0; row < size; row++) {
            order[next[columns[0][row]]++] = row;
        }
        for (int n = 0; n < candidates; n++) {
            arrange(order, start[n], start[n + 1], labels);
        }
        List<Facet> facets = new ArrayList<>();
        int[][] elements = new int[names.size()][];
        for (int f = 0; f < names.size(); f++) {
            facets.add(new Facet(names.get(f), labels.get(f + 1)));
            elements[f] = gather(columns[f + 1], order);
        }
        byte[] ordered = new byte[size];
        float[] weighted = new float[weights.length == 0 ? 0 : size];
        for (int i = 0; i < size; i++) {
            ordered[i] = steps[order[i]];
            if (weighted.length > 0) {
                weighted[i] = weights[order[i]];
            }
        }
        return new RatingTable(
                scale, labels.getFirst(), facets, start, elements, ordered, weighted.length == 0 ? null : weighted);
    }

    /** Puts the labels of a column into alphabetical order and renumbers it; the builder stays usable. */
    private List<String> sort(int column) {
        Map<String, Integer> known = seen.get(column);
        List<String> sorted = known.keySet().stream().sorted().toList();
        int[] place = new int[sorted.size()];
        for (int i = 0; i < place.length; i++) {
            place[known.getOrDefault(sorted.get(i), 0)] = i;
        }
        for (int row = 0; row < size; row++) {
            columns[column][row] = place[columns[column][row]];
        }
        for (int i = 0; i < place.length; i++) {
            known.put(sorted.get(i), i);
        }
        return sorted;
    }

    /** Orders the rows of one candidate by their elements (insertion for few, merge for many) and refuses twins. */
    private void arrange(int[] order, int from, int to, List<List<String>> labels) {
        if (to - from > 40) {
            Integer[] boxed = new Integer[to - from];
            for (int i = from; i < to; i++) {
                boxed[i - from] = order[i];
            }
            Arrays.sort(boxed, this::compare);
            for (int i = from; i < to; i++) {
                order[i] = boxed[i - from];
            }
        } else {
            for (int i = from + 1; i < to; i++) {
                int row = order[i];
                int j = i - 1;
                while (j >= from && compare(order[j], row) > 0) {
                    order[j + 1] = order[j];
                    j--;
                }
                order[j + 1] = row;
            }
        }
        for (int i = from + 1; i < to; i++) {
            if (compare(order[i - 1], order[i]) == 0) {
                StringBuilder where = new StringBuilder();
                for (int f = 1; f < columns.length; f++) {
                    where.append(f > 1 ? ", " : "")
                            .append(names.get(f - 1))
                            .append(' ')
                            .append(labels.get(f).get(columns[f][order[i]]));
                }
                throw new RatingsException("candidate " + labels.getFirst().get(columns[0][order[i]])
                        + " has two ratings for " + where + "; keep one of them");
            }
        }
    }

    private int compare(int a, int b) {
        for (int f = 1; f < columns.length; f++) {
            if (columns[f][a] != columns[f][b]) {
                return Integer.compare(columns[f][a], columns[f][b]);
            }
        }
        return 0;
    }

    private void grow() {
        if (size == steps.length) {
            int more = size + (size >> 1);
            steps = Arrays.copyOf(steps, more);
            for (int f = 0; f < columns.length; f++) {
                columns[f] = Arrays.copyOf(columns[f], more);
            }
            if (weights.length > 0) {
                weights = Arrays.copyOf(weights, more);
            }
        }
    }

    private int index(int column, String element, String facet) {
        if (element.isBlank()) {
            throw new RatingsException("a rating without a name for its " + facet);
        }
        Map<String, Integer> known = seen.get(column);
        Integer found = known.get(element);
        if (found == null) {
            found = known.size();
            known.put(element, found);
        }
        return found;
    }

    private static int[] gather(int[] column, int[] order) {
        int[] result = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = column[order[i]];
        }
        return result;
    }

    private static String plain(double rating) {
        return rating == Math.rint(rating) && Math.abs(rating) < 1e9
                ? Long.toString((long) rating)
                : Double.toString(rating);
    }
}
