package touchstone.measurement.ratings;

/**
 * What is known of an element before its ratings are seen.
 *
 * @param facet name of its facet
 * @param element the element
 * @param mean its measure in logits
 * @param sd how well it is known, in logits; 0 fixes the element (an anchor)
 */
public record Known(String facet, String element, double mean, double sd) {

    public Known {
        if (!Double.isFinite(mean) || !(sd >= 0) || !Double.isFinite(sd)) {
            throw new RatingsException(
                    "what is known of " + element + " needs a finite measure and sd >= 0, got " + mean + " and " + sd);
        }
    }

    /** An element fixed at this measure. */
    public static Known anchor(String facet, String element, double measure) {
        return new Known(facet, element, measure, 0);
    }
}
