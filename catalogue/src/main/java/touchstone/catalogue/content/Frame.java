package touchstone.catalogue.content;

import java.util.List;

/**
 * The order in which a sound answer goes.
 *
 * @param kinds question kinds that it fits
 */
public record Frame(
        String id, String title, String summary, List<QuestionKind> kinds, List<Step> steps, List<String> covers)
        implements Entry {

    /** The frame whose closing steps every design round ends with. */
    public static final String DESIGN_ROUND = "design-round";

    /** The last steps of {@link #DESIGN_ROUND}, in this order. */
    public static final List<String> CLOSING =
            List.of("scale", "latency", "failure", "security", "cost", "monitoring", "evaluation");

    public Frame {
        kinds = List.copyOf(kinds);
        steps = List.copyOf(steps);
        covers = List.copyOf(covers);
    }

    /** The steps that belong to the checklist at the end. */
    public List<Step> closingSteps() {
        return steps.stream().filter(Step::closing).toList();
    }

    /**
     * One step.
     *
     * @param required whether an answer without it is incomplete
     * @param closing whether it belongs to the checklist at the end
     */
    public record Step(String id, String title, String sentence, boolean required, boolean closing) {}
}
