package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** While the primary model is down, few calls go to it. */
final class OutageCallsCheck implements Check {

    /** An item that was not answered counts as if so many calls had been made: giving up is not restraint. */
    private static final int UNANSWERED = 10;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "outage-calls",
                "No retry storm in an outage",
                "production-reliability",
                "calls to the dead model per item",
                9,
                Criterion.Kind.TIMING,
                false,
                "Opens a circuit after a few failures, sends a single probe now and then, and leaves the dead model"
                        + " alone.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        long made = 0;
        long unanswered = 0;
        for (Asked asked : evidence.in(Timetable.OUTAGE)) {
            int calls = asked.callsTo(ResilientClient.PRIMARY).size();
            made += calls;
            unanswered += asked.correct() ? 0 : 1;
            tally.amount(asked.id(), asked.correct() ? calls : Math.max(calls, UNANSWERED), 1);
            tally.example(
                    asked,
                    asked.correct() && calls <= 1,
                    (calls == 1 ? "1 call" : calls + " calls") + " went to the dead model; the caller was "
                            + asked.ending().words() + ".");
        }
        return tally.measure(
                this,
                "In the outage " + made + " calls went to the dead model for " + Math.round(tally.denominator())
                        + " items"
                        + (unanswered == 0
                                ? "."
                                : "; " + unanswered + " were not answered and count as " + UNANSWERED
                                        + " calls each."));
    }
}
