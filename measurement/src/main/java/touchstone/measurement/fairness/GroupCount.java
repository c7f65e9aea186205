package touchstone.measurement.fairness;

/**
 * Candidates of one group at one stage.
 *
 * @param group its name
 * @param selected how many went on, 0 to {@code total}
 * @param total all of the group
 */
public record GroupCount(String group, int selected, int total) {

    public GroupCount {
        if (selected < 0 || selected > total) {
            throw new IllegalArgumentException(
                    "group " + group + ": need 0 <= selected <= total, got " + selected + " of " + total);
        }
    }

    /** Share that was selected; 0 for an empty group. */
    public double rate() {
        return total == 0 ? 0 : (double) selected / total;
    }
}
