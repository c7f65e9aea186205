package touchstone.measurement.ratings;

import java.util.Map;
import java.util.TreeMap;

/**
 * Standard deviations, in logits, of the independent normal priors with mean 0. A severity counts as zero until the ratings
 * show otherwise.
 *
 * @param candidate of candidates
 * @param interviewer of the facet {@link Facet#INTERVIEWER}
 * @param dimension of the facet {@link Facet#DIMENSION}
 * @param question of the facet {@link Facet#QUESTION}
 * @param other of any other facet
 * @param threshold of each threshold between categories
 */
public record Priors(
        double candidate, double interviewer, double dimension, double question, double other, double threshold) {

    public Priors {
        for (double sd : new double[] {candidate, interviewer, dimension, question, other, threshold}) {
            if (!(sd > 0) || !Double.isFinite(sd)) {
                throw new RatingsException("the standard deviation of a prior must be positive, got " + sd);
            }
        }
    }

    /** 1.5 for candidates and thresholds, 0.5 for interviewers and questions, 0.7 otherwise. */
    public static Priors standard() {
        return new Priors(1.5, 0.5, 0.7, 0.5, 0.7, 1.5);
    }

    /** The same with other standard deviations for candidates and interviewers. */
    public Priors withSpread(double candidates, double interviewers) {
        return new Priors(candidates, interviewers, dimension, question, other, threshold);
    }

    double of(String facet) {
        return switch (facet) {
            case Facet.INTERVIEWER -> interviewer;
            case Facet.DIMENSION -> dimension;
            case Facet.QUESTION -> question;
            default -> other;
        };
    }

    Map<String, String> settings() {
        Map<String, String> result = new TreeMap<>();
        result.put("prior sd candidate", Double.toString(candidate));
        result.put("prior sd interviewer", Double.toString(interviewer));
        result.put("prior sd dimension", Double.toString(dimension));
        result.put("prior sd question", Double.toString(question));
        result.put("prior sd other", Double.toString(other));
        result.put("prior sd threshold", Double.toString(threshold));
        return result;
    }
}
