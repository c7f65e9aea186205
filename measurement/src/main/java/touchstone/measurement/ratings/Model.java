package touchstone.measurement.ratings;

/** Which thresholds between categories are estimated. */
public sealed interface Model {

    /** One set of thresholds for all ratings (Andrich 1978). */
    record RatingScale() implements Model {}

    /**
     * A set of thresholds for each element of one facet (Masters 1982); wants at least ten ratings in each category of each.
     *
     * @param facet name of that facet
     */
    record PartialCredit(String facet) implements Model {}
}
