package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/** Once the headers have told the limit, few calls run into it. */
final class RateShapingCheck implements Check {

    private static final long LEARNING_MICROS = 2_000_000;
    /** An item that was not answered counts as if so many calls had been refused: giving up is not shaping. */
    private static final long UNANSWERED = 4;

    private static final String LIMIT = "limit";

    @Override
    public Criterion criterion() {
        return new Criterion(
                "rate-shaping",
                "Shapes its rate from the headers",
                "cost-and-latency",
                "refused calls per item",
                8,
                Criterion.Kind.TIMING,
                false,
                "Reads x-ratelimit-remaining and -reset on every reply and holds calls back before they are refused.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Day.Phase phase = evidence.phases().get(Timetable.RATE_LIMIT);
        long from = phase == null ? 0 : phase.startMicros() + LEARNING_MICROS;
        Tally tally = new Tally();
        long made = 0;
        long unanswered = 0;
        for (Asked asked : evidence.in(Timetable.RATE_LIMIT)) {
            if (asked.item().arrivalMicros() < from) {
                continue;
            }
            long refused =
                    asked.calls().stream().filter(RateShapingCheck::refused).count();
            made += refused;
            unanswered += asked.correct() ? 0 : 1;
            double counted = asked.correct() ? refused : Math.max(refused, UNANSWERED);
            tally.amount(asked.id(), counted, 1);
            tally.example(
                    asked,
                    counted == 0,
                    (refused == 1 ? "1 call was" : refused + " calls were") + " refused; the caller was "
                            + asked.ending().words() + ".");
        }
        return tally.measure(
                this,
                "With the limit known from the headers, " + made + " calls were refused for "
                        + Math.round(tally.denominator()) + " items"
                        + (unanswered == 0
                                ? "."
                                : "; " + unanswered + " were not answered and count as at least " + UNANSWERED
                                        + " refused calls each."));
    }

    private static boolean refused(LedgerEntry call) {
        return call.served().fault().equals(LIMIT);
    }
}
