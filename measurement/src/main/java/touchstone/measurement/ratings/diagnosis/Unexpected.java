package touchstone.measurement.ratings.diagnosis;

import java.util.List;

/**
 * A rating far from what everything else says.
 *
 * @param candidate who was rated
 * @param elements by whom, on what: one element for each facet, in their order
 * @param rating as given
 * @param expected rating that the model expects
 * @param standardized {@code (x - E) / sqrt V}; above 0 the rating is higher than expected
 */
public record Unexpected(String candidate, List<String> elements, int rating, double expected, double standardized) {

    public Unexpected {
        elements = List.copyOf(elements);
    }
}
