package touchstone.runner.lab;

import java.util.Map;

/**
 * One request to the solution.
 *
 * @param kind what this item tests, in kebab case, such as "rate-limited"
 * @param path where it is posted, such as {@code /ask}
 * @param body JSON text of the request
 * @param arrivalMicros when it is sent, from the start of the day
 * @param truth what scoring needs to know; never shown to the solution
 */
public record Item(
        String id,
        String phase,
        String kind,
        String path,
        String body,
        long arrivalMicros,
        int deadlineMillis,
        Map<String, String> truth) {

    public Item {
        truth = Map.copyOf(truth);
    }
}
