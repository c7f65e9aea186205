package touchstone.labs.documentsearch;

import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/** What the model has to read is evidence. */
final class ContextPrecisionCheck implements Check {

    /** A question without a right answer counts as if the model had read at least so many tokens for nothing. */
    private static final int IDLE_TOKENS = 1_000;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "context-precision",
                "Shows the model little but evidence",
                "context-engineering",
                "share of prompt tokens that are evidence of a right answer",
                4,
                Criterion.Kind.EXACT,
                false,
                "Sends few, short passages, the best ones, instead of whole documents.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        for (Asked asked : evidence.calm()) {
            double read = asked.answering().stream()
                    .mapToInt(call -> call.usage().inputTokens())
                    .sum();
            double useful = asked.right()
                    ? asked.answering().stream()
                            .map(LedgerEntry::served)
                            .mapToInt(served -> served.grounding().evidenceTokens())
                            .sum()
                    : 0;
            double counted = useful > 0 ? read : Math.max(read, IDLE_TOKENS);
            tally.amount(asked, useful, counted);
            tally.example(
                    asked.id(),
                    useful > 0 && useful >= 0.05 * counted,
                    Math.round(read) + " tokens were read, " + Math.round(useful) + " of them evidence. "
                            + asked.outcome(),
                    asked.callNumbers());
        }
        return tally.measure(
                this,
                "Of all that the model read to answer, " + Words.percent(tally.value())
                        + " was evidence that led to a right answer.");
    }
}
