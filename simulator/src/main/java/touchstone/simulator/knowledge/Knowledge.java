package touchstone.simulator.knowledge;

import java.util.List;

/** Everything that a lab tells the simulated model: the facts of its world and the questions about them. */
public record Knowledge(List<Fact> facts, List<Question> questions) {

    public static final Knowledge NONE = new Knowledge(List.of(), List.of());

    public Knowledge {
        facts = List.copyOf(facts);
        questions = List.copyOf(questions);
    }
}
