package touchstone.platform.insight.fairness;

import java.util.List;
import touchstone.measurement.fairness.AdverseImpact;
import touchstone.measurement.ratings.Provenance;

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
    public record Attribute(String name, int declared, int all, List<Step> steps, List<Interviewed> interviewed) {
        public Attribute {
            steps = List.copyOf(steps);
            interviewed = List.copyOf(interviewed);
        }
    }

    /** How interviewers rate one group and the largest one. */
    public sealed interface Interviewed {
        String group();
    }

    /** Too few rated people: insufficient data. */
    public record Untold(String group) implements Interviewed {}

    /**
     * Compared.
     *
     * @param people rated people of the group
     * @param untold number of interviewers with too few people or ratings to say anything
     */
    public record Told(
            String group,
            String reference,
            int people,
            int referencePeople,
            List<Row> rows,
            int untold,
            Provenance provenance)
            implements Interviewed {
        public Told {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One interviewer.
     *
     * @param difference logits by which the group is rated lower than the other, all else equal; low and high are its 95 %
     *     interval
     * @param drawn the same, drawn towards 0 as if true differences had an sd of 0.3
     * @param probability adjusted for all tests of the attribute
     */
    public record Row(
            String interviewer,
            double difference,
            double low,
            double high,
            double drawn,
            double probability,
            Reading reading) {}

    /** What a difference says. */
    public enum Reading {
        LOOK_INTO_IT,
        NOTHING_SEEN,
        /** Fewer than 30 ratings in a group. */
        NOT_TESTED
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
