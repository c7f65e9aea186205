package touchstone.measurement.ratings.diagnosis;

/**
 * How far a facet's elements lie apart, compared with how exactly they are known.
 *
 * <p>For interviewers a high value is bad news: they are reliably different in severity.
 *
 * @param rmse root mean square of the standard errors, logits
 * @param observedSd standard deviation of the measures, logits
 * @param trueSd the same without the errors' share, logits; 0 where the errors explain all
 * @param separation {@code trueSd / rmse}, 0 and more
 * @param strata levels that can be told apart, {@code (4 separation + 1) / 3}
 * @param reliability {@code trueSd^2 / observedSd^2}, 0 to 1
 */
public record Separation(
        double rmse, double observedSd, double trueSd, double separation, double strata, double reliability) {

    static Separation of(double[] measures, double[] errors, int divisor) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < measures.length; i++) {
            mean += measures[i] / measures.length;
            square += errors[i] * errors[i] / measures.length;
        }
        double spread = 0;
        for (double measure : measures) {
            spread += (measure - mean) * (measure - mean);
        }
        double observed = spread / divisor;
        double real = Math.max(0, observed - square);
        double separation = square > 0 ? Math.sqrt(real / square) : 0;
        return new Separation(
                Math.sqrt(square),
                Math.sqrt(observed),
                Math.sqrt(real),
                separation,
                (4 * separation + 1) / 3,
                observed > 0 ? real / observed : 0);
    }
}
