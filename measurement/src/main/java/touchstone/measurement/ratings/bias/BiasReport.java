package touchstone.measurement.ratings.bias;

import java.util.List;
import touchstone.measurement.ratings.Provenance;

/**
 * Bias of each element of a facet, before and after purification. Leads to look into, never findings.
 *
 * @param facet name of the facet
 * @param plain against measures from all elements; one biased element spreads bias of the other sign over the rest
 * @param purified against measures from the elements that are not flagged; the ones to read
 * @param provenance of the last fit
 */
public record BiasReport(String facet, List<BiasTerm> plain, List<BiasTerm> purified, Provenance provenance) {

    public BiasReport {
        plain = List.copyOf(plain);
        purified = List.copyOf(purified);
    }

    /** Names of the elements flagged in the end. */
    public List<String> flagged() {
        return purified.stream()
                .filter(BiasTerm::flagged)
                .map(BiasTerm::element)
                .toList();
    }
}
