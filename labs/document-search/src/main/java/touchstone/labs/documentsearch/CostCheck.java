package touchstone.labs.documentsearch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * What a right answer costs. All calls of all models count, but for those of the burst and of the rate limit; so a call that
 * belongs to no question counts too, as indexing does.
 */
final class CostCheck implements Check {

    /** What a question without a right answer is charged: somebody has to find the answer by hand. */
    static final double CHARGE_MICROS = 3_000;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "cost",
                "Spends little per right answer",
                "cost-latency",
                "micro-units per right answer",
                6,
                Criterion.Kind.TIMING,
                false,
                "Uses the dear model where it earns its price, short prompts, and no call that changes nothing.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        List<Asked> asks = evidence.questions(
                asked -> asked.truth().answerable() && !asked.in(Timetable.BURST, Timetable.RATE_LIMIT));
        List<LedgerEntry> calls = evidence.calls().stream()
                .filter(call -> !Set.of(Timetable.BURST, Timetable.RATE_LIMIT)
                        .contains(call.request().phase()))
                .toList();
        Set<String> own = new HashSet<>();
        for (Asked asked : asks) {
            own.add(asked.id());
            double price = price(calls.stream()
                    .filter(call -> call.item().equals(asked.id()))
                    .toList());
            tally.amount(asked, price + (asked.right() ? 0 : CHARGE_MICROS), asked.right() ? 1 : 0);
            tally.example(
                    asked.id(),
                    asked.right(),
                    "Its calls cost " + Math.round(price) + " micro-units. " + asked.outcome(),
                    asked.callNumbers());
        }
        double rest =
                price(calls.stream().filter(call -> !own.contains(call.item())).toList());
        boolean none = tally.denominator() == 0;
        // with no right answer at all the charges stand for themselves: half an answer keeps the value finite
        tally.amount("calls for no such question", rest, none ? 0.5 : 0);
        return tally.measure(
                this,
                "A right answer cost " + Math.round(tally.value()) + " micro-units, with "
                        + Math.round(CHARGE_MICROS) + " charged for each of "
                        + asks.stream().filter(asked -> !asked.right()).count()
                        + " questions without one; " + Math.round(rest)
                        + " micro-units in all went to indexing, searches and questions without an answer.");
    }

    private static double price(List<LedgerEntry> calls) {
        return calls.stream().mapToDouble(call -> call.usage().priceMicros()).sum();
    }
}
