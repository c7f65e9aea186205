package touchstone.measurement.passk;

/**
 * Attempts at one task.
 *
 * @param task its name
 * @param successes 0 to {@code trials}
 * @param trials at least 1
 */
public record TaskTrials(String task, int successes, int trials) {

    public TaskTrials {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("task " + task + ": need 0 <= successes <= trials and trials >= 1, got "
                    + successes + " of " + trials);
        }
    }
}
