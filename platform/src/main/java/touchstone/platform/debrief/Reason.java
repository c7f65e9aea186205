package touchstone.platform.debrief;

import java.util.Arrays;
import java.util.List;

/**
 * One sentence about a result.
 *
 * @param code key of its text
 * @param arguments what the text names, already formatted, so that stored and recomputed results can be compared
 */
public record Reason(String code, List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    private static final String OF_A_FAIR_SCORE = "debrief.rule.fair-score.";

    /** Whether it says of one competency which score counted. */
    public boolean tellsOfAFairScore() {
        return code.startsWith(OF_A_FAIR_SCORE);
    }

    static Reason of(String code, Object... arguments) {
        return new Reason(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
