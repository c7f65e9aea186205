package touchstone.measurement.ratings.bias;

/**
 * How much harder one element is for the focal group than for the reference group.
 *
 * @param element the dimension, question or interviewer
 * @param reference bias of the reference group
 * @param focal bias of the focal group
 * @param contrast focal less reference, logits; above 0, harder for the focal group
 * @param error joint standard error
 * @param pValue two-sided, of a normal {@code contrast / error}; 0 to 1
 * @param adjusted the same after Holm's adjustment over all elements with 30 ratings in each group, times the number of
 *     comparisons; 1 for an element with fewer, which is not tested
 * @param flagged whether all hold: at least half a logit, adjusted below 0.05, 30 ratings in each group
 */
public record BiasTerm(
        String element,
        GroupBias reference,
        GroupBias focal,
        double contrast,
        double error,
        double pValue,
        double adjusted,
        boolean flagged) {

    /** Fewest ratings that a group must have of an element for it to be tested. */
    static final int FEWEST = 30;

    /** Whether both groups have ratings enough for it to be flagged; the others are estimated only. */
    public boolean tested() {
        return Math.min(reference.ratings(), focal.ratings()) >= FEWEST;
    }

    /** The contrast over its error. */
    public double t() {
        return contrast / error;
    }

    /**
     * The contrast drawn towards 0, as if true contrasts were N(0, sd^2): what to show of interviewers, of whom each has few
     * ratings.
     *
     * @param sd in logits, above 0; 0.3 is usual
     */
    public double shrunken(double sd) {
        return contrast * sd * sd / (sd * sd + error * error);
    }
}
