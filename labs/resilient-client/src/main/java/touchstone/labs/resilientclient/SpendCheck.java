package touchstone.labs.resilientclient;

import java.util.List;
import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * What a correct answer costs where nothing forces the dear model: all calls for plain items outside the rate limit and the
 * outage, and the calls for no item at all.
 */
final class SpendCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "spend",
                "Spends little per correct answer",
                "cost-and-latency",
                "micro-units per correct answer",
                7,
                Criterion.Kind.TIMING,
                false,
                "Serves repeated prompts from a cache, uses the dear model only where the other cannot serve, and"
                        + " wastes no call.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        List<Asked> items = evidence.where(SpendCheck::unforced);
        for (Asked asked : items) {
            tally.amount(asked.id(), price(asked.calls()), asked.correct() ? 1 : 0);
        }
        List<LedgerEntry> strays =
                evidence.calls().stream().filter(call -> call.item().isEmpty()).toList();
        if (!strays.isEmpty()) {
            tally.amount("calls for no item", price(strays), 0);
        }
        items.stream()
                .filter(asked -> price(asked.calls()) > 0)
                .sorted((one, two) -> Double.compare(price(two.calls()), price(one.calls())))
                .limit(3)
                .forEach(asked -> tally.example(
                        asked,
                        false,
                        "It cost " + Math.round(price(asked.calls())) + " micro-units in "
                                + asked.calls().size() + " calls; the caller was "
                                + asked.ending().words() + "."));
        double value = tally.denominator() == 0 ? 0 : tally.numerator() / tally.denominator();
        return tally.measure(
                this,
                "Where nothing forced the dear model, a correct answer cost " + Words.decimal(value) + " micro-units"
                        + (strays.isEmpty() ? "." : "; " + strays.size() + " calls were made for no item."));
    }

    private static boolean unforced(Asked asked) {
        return asked.in(Timetable.WARM_UP)
                || asked.is(Kind.CONTROL)
                || asked.in(Timetable.BURST)
                || asked.in(Timetable.RECOVERY)
                || asked.in(Timetable.REPEATS);
    }

    private static double price(List<LedgerEntry> calls) {
        return calls.stream().mapToDouble(call -> call.usage().priceMicros()).sum();
    }
}
