package touchstone.measurement.ratings;

import java.util.List;

/**
 * Something besides the candidate that a rating depends on.
 *
 * @param name such as {@link #INTERVIEWER}
 * @param elements its levels, in alphabetical order; at least one
 */
public record Facet(String name, List<String> elements) {

    /** The facet of those who rate; agreement, severity and connectedness are about it. */
    public static final String INTERVIEWER = "interviewer";

    /** The facet that a fair score averages over: what is rated, such as competencies. */
    public static final String DIMENSION = "dimension";

    /** The facet of questions asked. */
    public static final String QUESTION = "question";

    public Facet {
        elements = List.copyOf(elements);
    }
}
