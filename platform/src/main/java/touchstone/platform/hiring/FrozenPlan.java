package touchstone.platform.hiring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.Question;

/**
 * A published plan with everything that it refers to, as it stood then. Later changes of the catalogue do not reach it.
 *
 * @param publication which version it is
 * @param level that the opening asks for
 * @param competencies of the plan, with anchors and bars
 * @param questions of its kits
 * @param frames that those questions name, and the design round's
 */
public record FrozenPlan(
        Publication publication,
        Plan plan,
        Level level,
        List<Competency> competencies,
        List<Question> questions,
        List<Frame> frames) {

    /**
     * Which version, and when it was published.
     *
     * @param number 1, 2, ... within the opening
     */
    public record Publication(UUID id, int number, Instant at) {}

    public FrozenPlan {
        competencies = List.copyOf(competencies);
        questions = List.copyOf(questions);
        frames = List.copyOf(frames);
    }

    public Optional<PlanStage> stage(String id) {
        return plan.stages().stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    public Optional<Competency> competency(String id) {
        return competencies.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Frame> frame(String id) {
        return frames.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The rating that a level asks for in a competency. */
    public Optional<Competency.Bar> bar(String competency, Level level) {
        return competency(competency).flatMap(one -> one.bar(level));
    }
}
