package touchstone.platform.hiring.openings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.hiring.Opening;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;

/**
 * One opening.
 *
 * @param manager name of the hiring manager
 * @param role title
 * @param current plan that new applications follow
 */
public record OpeningView(
        Opening opening,
        String manager,
        String role,
        Optional<FrozenPlan> current,
        Plans.Draft draft,
        Openings.Pipeline pipeline) {

    /** A stage and how many applications stand in it; the title is empty for stages of earlier versions. */
    public record Step(String title, int active) {}

    /** The stages of the current plan, then what stands in stages that it does not have any more. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (PlanStage stage : current.map(plan -> plan.plan().stages()).orElse(List.of())) {
            known.add(stage.id());
            steps.add(new Step(stage.title(), pipeline.active().getOrDefault(stage.id(), 0)));
        }
        int others = pipeline.active().entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (others > 0) {
            steps.add(new Step("", others));
        }
        return steps;
    }

    public int active() {
        return pipeline.active().values().stream().mapToInt(Integer::intValue).sum();
    }

    public int ended(Candidacy.State state) {
        return pipeline.ended().getOrDefault(state, 0);
    }

    /** Whether what is being edited differs from what applications follow. */
    public boolean hasChanges() {
        return current.isEmpty()
                || draft.plan()
                        .filter(plan -> !plan.equals(current.get().plan()))
                        .isPresent();
    }

    public boolean isClosed() {
        return opening.state() == Opening.State.CLOSED;
    }
}
