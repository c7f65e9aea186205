package touchstone.simulator.knowledge;

import java.util.List;

/**
 * Something that is true in the world of a lab.
 *
 * @param span the sentence that states it in a prompt; it counts as present when at least 90 % of its words stand there in
 *     order, among them every word with a digit and every word of the answer that is asked for
 * @param aliases other sentences that state the same
 */
public record Fact(String id, String span, List<String> aliases) {

    public Fact {
        aliases = List.copyOf(aliases);
    }
}
