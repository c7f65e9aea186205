package touchstone.platform.debrief;

/**
 * One competency in the result of the rule.
 *
 * @param competency id
 * @param title as it stood when the plan was published
 * @param weight in the plan; 0 when it does not count
 */
public record Finding(String competency, String title, int weight, Standing standing) {

    public boolean meets() {
        return switch (standing) {
            case Standing.Observed observed -> observed.meets();
            case Standing.NotObserved none -> false;
        };
    }

    public boolean observed() {
        return standing instanceof Standing.Observed;
    }

    public boolean disagreement() {
        return standing instanceof Standing.Observed observed && observed.disagreement();
    }
}
