package touchstone.platform.hiring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.Question;
import touchstone.platform.shared.Refusal;

/** Copies everything that a plan refers to, so that the plan can be read years later without the catalogue. */
final class Freeze {

    private Freeze() {}

    /** @throws Refusal when the plan names something that the catalogue does not have any more */
    static FrozenPlan of(Plan plan, Level level, FrozenPlan.Publication publication, Catalogue catalogue) {
        Set<String> competencies = new TreeSet<>(plan.weights().keySet());
        Set<String> questions = new TreeSet<>();
        for (PlanStage stage : plan.stages()) {
            competencies.addAll(stage.competencies());
            questions.addAll(stage.questions());
        }
        List<Question> asked = all(catalogue, Question.class, questions);
        Set<String> frames = new TreeSet<>(Set.of(Frame.DESIGN_ROUND));
        asked.forEach(question -> question.frame().ifPresent(frames::add));
        return new FrozenPlan(
                publication,
                plan,
                level,
                all(catalogue, Competency.class, competencies),
                asked,
                all(catalogue, Frame.class, frames));
    }

    private static <T extends Entry> List<T> all(Catalogue catalogue, Class<T> type, Set<String> wanted) {
        return wanted.stream()
                .map(id -> catalogue
                        .find(type, id)
                        .orElseThrow(() -> Refusal.invalid("hiring.plan.gone-from-catalogue", id)))
                .toList();
    }
}
