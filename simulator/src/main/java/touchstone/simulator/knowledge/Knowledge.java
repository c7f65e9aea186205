package touchstone.simulator.knowledge;

import java.util.List;

/**
 * Everything that a lab tells the simulated model: the facts of its world, the questions about them, and the instructions
 * that stand in its texts.
 */
public record Knowledge(List<Fact> facts, List<Question> questions, List<Injection> injections) {

    public static final Knowledge NONE = new Knowledge(List.of(), List.of());

    public Knowledge {
        facts = List.copyOf(facts);
        questions = List.copyOf(questions);
        injections = List.copyOf(injections);
    }

    /** Knowledge of a world whose texts instruct nobody. */
    public Knowledge(List<Fact> facts, List<Question> questions) {
        this(facts, questions, List.of());
    }
}
