package touchstone.worlds;

import java.util.List;

/**
 * What a question's answer rests on.
 *
 * @param facts ids of every fact that the answer needs; empty when the question cannot be answered
 * @param outdated facts that lead to another answer
 */
public record Evidence(List<String> facts, List<Outdated> outdated) {

    public Evidence {
        facts = List.copyOf(facts);
        outdated = List.copyOf(outdated);
    }
}
