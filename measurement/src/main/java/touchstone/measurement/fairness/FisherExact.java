package touchstone.measurement.fairness;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of a 2 x 2 table: the probability, given how many were selected in all, of a table like the observed one
 * or less likely, when both groups share one rate.
 *
 * <p>Conservative for few people, so the mid-p value, which counts tables as likely as the observed one by half, stands
 * beside it. Sources:
 * R. A. Fisher, "Statistical Methods for Research Workers", 5th edition, 1934, section 21.02; H. O. Lancaster, "Significance tests
 * in discrete distributions", JASA 56 (1961), 223-234. Tables with a probability up to a factor of 1 + 1e-7 above the observed
 * one count as equally likely, as in R's {@code fisher.test}.
 *
 * @param twoSided exact, 0 to 1
 * @param less that the focal group is selected at the lower rate, exact
 * @param midTwoSided mid-p of the two-sided test
 * @param midLess mid-p of the one-sided test
 */
public record FisherExact(double twoSided, double less, double midTwoSided, double midLess) {

    private static final double EQUALLY_LIKELY = 1 + 1e-7;

    /** The test of a table. */
    public static FisherExact of(TwoByTwo table) {
        HypergeometricDistribution tables =
                HypergeometricDistribution.of(table.total(), table.focalTotal(), table.selected());
        int lowest = tables.getSupportLowerBound();
        int highest = tables.getSupportUpperBound();
        double own = tables.probability(table.focalSelected());
        double likely = own * EQUALLY_LIKELY;
        // probabilities rise to the mode and fall after it, so that both tails end where they pass the observed one
        int low = lowest - 1;
        while (low < highest && tables.probability(low + 1) <= likely) {
            low++;
        }
        int high = highest + 1;
        while (high > low + 1 && tables.probability(high - 1) <= likely) {
            high--;
        }
        double below = low < lowest ? 0 : tables.cumulativeProbability(low);
        double above = high > highest ? 0 : tables.survivalProbability(high - 1);
        double twoSided = Math.min(1, below + above);
        double less = tables.cumulativeProbability(table.focalSelected());
        double equal = equallyLikely(tables, low, own) + equallyLikely(tables, high, own);
        return new FisherExact(twoSided, less, twoSided - equal / 2, less - own / 2);
    }

    /** The probability of the table where a tail ends, if it is that of the observed one. */
    private static double equallyLikely(HypergeometricDistribution tables, int end, double own) {
        double probability = tables.probability(end);
        return probability * EQUALLY_LIKELY >= own ? probability : 0;
    }
}
