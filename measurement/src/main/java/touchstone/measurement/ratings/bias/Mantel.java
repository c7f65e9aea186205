package touchstone.measurement.ratings.bias;

/**
 * A second view of bias that needs no model: candidates with the same score on everything else are compared.
 *
 * @param element the dimension or question
 * @param chiSquare Mantel's, one degree of freedom, without continuity correction
 * @param pValue of it, 0 to 1
 * @param difference standardised mean difference: focal less reference, strata weighted by the focal group, in rating units
 * @param overSd the difference over the standard deviation of the ratings
 * @param size the usual name for its size
 */
public record Mantel(String element, double chiSquare, double pValue, double difference, double overSd, Size size) {

    /** Names of the Educational Testing Service for {@code |overSd|}. */
    public enum Size {
        /** At most 0.17. */
        NEGLIGIBLE,
        /** Above 0.17, at most 0.25. */
        MODERATE,
        /** Above 0.25. */
        LARGE;

        static Size of(double overSd) {
            double size = Math.abs(overSd);
            return size <= 0.17 ? NEGLIGIBLE : size <= 0.25 ? MODERATE : LARGE;
        }
    }
}
