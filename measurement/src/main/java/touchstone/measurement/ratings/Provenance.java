package touchstone.measurement.ratings;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a result was made from; enough to make it again.
 *
 * @param estimator name of the estimator
 * @param model name of the model
 * @param settings priors, tolerances, conventions by name
 * @param dataDigest of the table, see {@link RatingTable#digest()}
 * @param ratings number of ratings
 */
public record Provenance(String estimator, String model, Map<String, String> settings, String dataDigest, int ratings) {

    public Provenance {
        settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** The same with one more setting, such as the seed of draws made from the fit. */
    public Provenance with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(name, value.toString());
        return new Provenance(estimator, model, more, dataDigest, ratings);
    }
}
