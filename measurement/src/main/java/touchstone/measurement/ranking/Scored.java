package touchstone.measurement.ranking;

/**
 * A document as a system returned it.
 *
 * @param document its id
 * @param score finite; higher is better
 */
public record Scored(String document, double score) {

    public Scored {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("a score is a finite number, got " + score + " for " + document);
        }
    }
}
