package touchstone.cli.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is asked of ratings.
 *
 * @param scale ends of the scale; empty for the lowest and highest rating that occur
 * @param bar fair score that is wanted; empty for none
 * @param group column of the group that a candidate declared; empty for none
 */
public record RatingsRequest(Estimator estimator, Optional<Bounds> scale, OptionalDouble bar, Optional<String> group) {

    /** How measures are estimated. */
    public enum Estimator {
        /** Maximum posterior with priors: the default at every size. */
        MAP,
        /** Joint maximum likelihood with FACETS' conventions: descriptive. */
        JMLE,
        /** Marginal maximum likelihood: calibration of many candidates. */
        MMLE
    }
}
