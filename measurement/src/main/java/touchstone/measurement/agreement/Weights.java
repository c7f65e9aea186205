package touchstone.measurement.agreement;

/**
 * How much two different categories agree: 1 for the same category, 0 for the two that lie furthest apart.
 *
 * <p>Source: K. L. Gwet, "Handbook of Inter-Rater Reliability", 4th edition, 2014, section 3.5; the linear and quadratic ones
 * are those of weighted kappa (J. Cohen, Psychological Bulletin 70 (1968), 213-220).
 */
public enum Weights {
    /** Agreement is all or nothing: for categories without order. */
    IDENTITY,
    /** Falls with the distance of the values. */
    LINEAR,
    /** Falls with the squared distance of the values: small differences hardly count. */
    QUADRATIC,
    /** Falls with the number of pairs of ranks between the two: for an order without distances. */
    ORDINAL;

    /**
     * The weights of all pairs.
     *
     * @param categories values in ascending order
     */
    public double[][] of(double[] categories) {
        int count = categories.length;
        double[][] weights = new double[count][count];
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                weights[a][b] = a == b ? 1 : 1 - distance(categories, a, b);
            }
        }
        return weights;
    }

    private double distance(double[] categories, int a, int b) {
        int last = categories.length - 1;
        double share = (categories[a] - categories[b]) / (categories[last] - categories[0]);
        return switch (this) {
            case IDENTITY -> 1;
            case LINEAR -> Math.abs(share);
            case QUADRATIC -> share * share;
            case ORDINAL -> pairs(Math.abs(a - b) + 1) / pairs(last + 1);
        };
    }

    private static double pairs(int ranks) {
        return ranks * (ranks - 1.0) / 2;
    }
}
