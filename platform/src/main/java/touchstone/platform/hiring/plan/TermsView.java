package touchstone.platform.hiring.plan;

import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.Plan;

/**
 * Weights, rule and clock being edited.
 *
 * @param stored what somebody else kept in between; empty without a conflict
 */
public record TermsView(PlanSheet sheet, Optional<Plan.Terms> stored) {

    public int weight(String competency) {
        return sheet.plan().weights().getOrDefault(competency, 0);
    }

    /** Competencies that have a weight or are rated in a stage. */
    public List<Competency> near() {
        return sheet.competencies().values().stream().filter(this::isNear).toList();
    }

    /** All others of the catalogue. */
    public List<Competency> far() {
        return sheet.competencies().values().stream()
                .filter(one -> !isNear(one))
                .toList();
    }

    private boolean isNear(Competency one) {
        return sheet.matrix().rows().stream().anyMatch(row -> row.competency().equals(one.id()));
    }

    public List<DecisionRule.Unobserved> treatments() {
        return List.of(DecisionRule.Unobserved.values());
    }

    public List<DecisionRule.Ratings> scores() {
        return List.of(DecisionRule.Ratings.values());
    }

    /** Competencies whose weight differs from what is kept now. */
    public List<Competency> reweighted() {
        return stored.map(terms -> sheet.competencies().values().stream()
                        .filter(one -> terms.weights().getOrDefault(one.id(), 0) != weight(one.id()))
                        .toList())
                .orElse(List.of());
    }
}
