package touchstone.catalogue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import touchstone.catalogue.CatalogueException.Code;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageKind;

/** Numbers and ids of a plan, without looking at what it refers to. */
final class PlanShape {

    private static final int MOST_STAGES = 30;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_WEIGHT = 100;

    private PlanShape() {}

    static void check(Located<?> located, Plan plan) {
        EntryCheck.size(located, plan.stages().size(), 1, MOST_STAGES, "stages");
        EntryCheck.size(located, plan.levels().size(), 1, 4, "levels");
        Set<String> stages = new HashSet<>();
        for (int index = 0; index < plan.stages().size(); index++) {
            EntryCheck.unique(located, stages, plan.stages().get(index).id(), "stages", index);
            stage(located, plan.stages().get(index), index);
        }
        for (Map.Entry<String, Integer> weight : plan.weights().entrySet()) {
            EntryCheck.range(located, weight.getValue(), 1, MOST_WEIGHT, "weights", weight.getKey());
        }
        rule(located, plan.rule());
        EntryCheck.range(located, plan.clock().mostWeeks(), 1, 52, "clock", "mostWeeks");
        EntryCheck.range(located, plan.clock().leastWeeks(), 0, plan.clock().mostWeeks(), "clock", "leastWeeks");
    }

    private static void stage(Located<?> located, PlanStage stage, int index) {
        if (!EntryCheck.KEBAB.matcher(stage.id()).matches()) {
            throw located.error(Code.BAD_ID, "the id '" + stage.id() + "' is not in kebab case", "stages", index, "id");
        }
        EntryCheck.range(located, stage.minutes(), 0, MOST_MINUTES, "stages", index, "minutes");
        EntryCheck.range(located, stage.interviewers(), 0, 20, "stages", index, "interviewers");
        if (stage.lab().isPresent() && stage.kind() != StageKind.TAKE_HOME) {
            throw located.error(Code.MISPLACED, "only a take-home stage has a lab", "stages", index, "lab");
        }
    }

    private static void rule(Located<?> located, DecisionRule rule) {
        EntryCheck.range(located, rule.atLeastBar(), 0, 100, "rule", "atLeastBar");
        EntryCheck.range(located, rule.noneBelow(), 1, Competency.RATINGS, "rule", "noneBelow");
        EntryCheck.range(located, rule.labFloor().orElse(0), 0, 100, "rule", "labFloor");
    }
}
