package touchstone.measurement.ratings;

import java.util.List;

/**
 * Thresholds between neighbouring categories.
 *
 * @param group element of the partial-credit facet, or empty for the rating scale
 * @param steps tau_1 to tau_K in logits; the step into category h is as likely as not at {@code eta = tau_h}
 */
public record Thresholds(String group, List<Double> steps) {

    public Thresholds {
        steps = List.copyOf(steps);
    }
}
