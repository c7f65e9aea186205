package touchstone.platform.hiring;

import java.util.HashSet;
import java.util.Set;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Refusal;

/** What a draft may hold at all. What is unwise is not refused but warned of, by the catalogue's check of plans. */
final class PlanBounds {

    private static final int MOST_STAGES = 30;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_INTERVIEWERS = 20;
    private static final int MOST_QUESTIONS = 40;
    private static final int MOST_WEIGHT = 100;
    private static final int MOST_WEEKS = 52;
    private static final int MOST_TITLE = 120;

    private PlanBounds() {}

    /** @throws Refusal with the first thing that cannot be kept */
    static void check(Plan plan) {
        within("Stages", plan.stages().size(), 0, MOST_STAGES);
        Set<String> ids = new HashSet<>();
        for (PlanStage stage : plan.stages()) {
            if (!ids.add(stage.id())) {
                throw Refusal.invalid("hiring.plan.stage-twice", stage.title());
            }
            stage(stage);
        }
        plan.weights().forEach((competency, weight) -> within(competency, weight, 1, MOST_WEIGHT));
        rule(plan.rule());
        within("Weeks at most", plan.clock().mostWeeks(), 1, MOST_WEEKS);
        within("Weeks at least", plan.clock().leastWeeks(), 0, plan.clock().mostWeeks());
    }

    private static void stage(PlanStage stage) {
        Entered.required("Title", stage.title(), MOST_TITLE);
        within("Minutes", stage.minutes(), 0, MOST_MINUTES);
        within("Interviewers", stage.interviewers(), 0, MOST_INTERVIEWERS);
        within("Questions", stage.questions().size(), 0, MOST_QUESTIONS);
        if (stage.lab().isPresent() && stage.kind() != StageKind.TAKE_HOME) {
            throw Refusal.invalid("hiring.plan.lab-misplaced");
        }
        if (stage.lab().filter(lab -> !lab.matches("[a-z0-9]+(-[a-z0-9]+)*")).isPresent()) {
            throw Refusal.invalid("hiring.plan.no-lab-id");
        }
    }

    private static void rule(DecisionRule rule) {
        within("Share at the bar", rule.atLeastBar(), 0, 100);
        within("Lowest mean rating", rule.noneBelow(), 1, Competency.RATINGS);
        within("Lab's least score", rule.labFloor().orElse(0), 0, 100);
    }

    private static void within(String field, double value, int least, int most) {
        if (!(value >= least && value <= most)) {
            throw Refusal.invalid("hiring.plan.out-of-range", field, least, most);
        }
    }
}
