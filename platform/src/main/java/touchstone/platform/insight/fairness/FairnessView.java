package touchstone.platform.insight.fairness;

import java.util.List;
import touchstone.measurement.fairness.AdverseImpact;

/**
 * The page of fairness.
 *
 * @param columns of the file that is taken over
 * @param attributes one for each attribute that was declared
 */
public record FairnessView(List<String> columns, List<Attribute> attributes) {

    public FairnessView {
        columns = List.copyOf(columns);
        attributes = List.copyOf(attributes);
    }

    /**
     * One attribute.
     *
     * @param declared candidates whose group is known, of all who applied
     */
    public record Attribute(String name, int declared, int all, List<Step> steps) {
        public Attribute {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of the process.
     *
     * @param key of its text
     */
    public record Step(String key, List<AdverseImpact.Row> rows) {
        public Step {
            rows = List.copyOf(rows);
        }
    }
}
