package touchstone.runner.validate;

import java.util.List;
import touchstone.runner.score.Calibration;

/**
 * What a validation found.
 *
 * @param rules every rule with its verdict
 * @param table the scores as a Markdown table, for the lab's design.md
 * @param runs number of runs it took
 */
public record Validation(Calibration calibration, List<Long> seeds, List<Rule> rules, String table, int runs) {

    public Validation {
        seeds = List.copyOf(seeds);
        rules = List.copyOf(rules);
    }

    /** Whether every rule held. */
    public boolean valid() {
        return rules.stream().allMatch(Rule::held);
    }
}
