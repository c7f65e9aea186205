package touchstone.runner.lab;

import java.util.List;

/**
 * What was measured for one criterion: a ratio of sums over items, so that intervals can be had by resampling the items.
 *
 * @param criterion id of the criterion
 * @param contributions one for each item that takes part; none means that nothing could be measured
 * @param finding one sentence for a person: what happened
 * @param examples items that show it, the telling ones first; the report keeps three
 */
public record Measure(String criterion, List<Contribution> contributions, String finding, List<Example> examples) {

    public Measure {
        contributions = List.copyOf(contributions);
        examples = List.copyOf(examples);
    }

    /**
     * What one item adds to numerator and denominator.
     *
     * @param cluster items that may go well or badly together, such as questions about one document, name the same one;
     *     intervals resample clusters
     */
    public record Contribution(String item, double numerator, double denominator, String cluster) {

        /** An item that is a cluster of its own. */
        public Contribution(String item, double numerator, double denominator) {
            this(item, numerator, denominator, item);
        }
    }

    /**
     * @param what one sentence: what happened to this item
     * @param calls numbers of its ledger lines
     */
    public record Example(String item, String what, List<Long> calls) {}
}
