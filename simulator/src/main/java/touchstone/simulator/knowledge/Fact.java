package touchstone.simulator.knowledge;

import java.util.List;

/**
 * Something that is stated in the world of a lab.
 *
 * @param span the sentence that states it in a prompt; it counts as present when at least 90 % of its words stand there in
 *     order, among them every word with a digit and every word of the answer that is asked for
 * @param aliases other sentences that state the same
 * @param dates the written forms of the date of the statement, such as "2031-04-02" and "2 April 2031"; empty when it has
 *     none
 */
public record Fact(String id, String span, List<String> aliases, List<String> dates) {

    public Fact {
        aliases = List.copyOf(aliases);
        dates = List.copyOf(dates);
    }

    /** A fact without a date. */
    public Fact(String id, String span, List<String> aliases) {
        this(id, span, aliases, List.of());
    }
}
