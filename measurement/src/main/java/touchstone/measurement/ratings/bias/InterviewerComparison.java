package touchstone.measurement.ratings.bias;

import java.util.List;
import touchstone.measurement.ratings.Provenance;

/** Whether single interviewers rate one group lower or higher than a reference group, or why that is not said. */
public sealed interface InterviewerComparison {

    /** Label of the group that is compared. */
    String group();

    /** Too few rated people belong to the group; how many is not said. */
    record Insufficient(String group) implements InterviewerComparison {}

    /**
     * Compared.
     *
     * @param reference label of the group compared with
     * @param people rated people of the group, at least 5
     * @param referencePeople the same of the reference group
     * @param shown interviewers of whom something is said, by name: at least 5 people and 10 ratings in both groups
     * @param untold number of the other interviewers
     */
    record Compared(
            String group,
            String reference,
            int people,
            int referencePeople,
            List<BiasTerm> shown,
            int untold,
            Provenance provenance)
            implements InterviewerComparison {
        public Compared {
            shown = List.copyOf(shown);
        }
    }
}
