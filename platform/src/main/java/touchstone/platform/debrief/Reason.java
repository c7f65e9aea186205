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

    static Reason of(String code, Object... arguments) {
        return new Reason(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
