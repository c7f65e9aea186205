package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/** When the model hangs, the caller still hears in time and the hung connection is given up. */
final class DeadlineCheck implements Check {

    /** How long after the caller's deadline a hung connection may still be open. */
    private static final long RELEASE_MICROS = 750_000;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "deadline",
                "Keeps the total deadline and releases connections",
                "production-reliability",
                "share of items that met a hang",
                10,
                Criterion.Kind.TIMING,
                false,
                "Gives every attempt a part of the time that is left, closes the connection when it gives up, and"
                        + " still has time for another attempt.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = Tally.judging(evidence.of(Kind.HANG, Kind.STALL, Kind.HANG_FOREVER), DeadlineCheck::judge);
        return tally.measure(
                this,
                "It replied in time and let go of the hung connection in " + tally.ratio() + " items that met a hang.");
    }

    private static Verdict judge(Asked asked) {
        if (asked.calls().isEmpty()) {
            return Verdict.badly("No model call was made for it.");
        }
        boolean replied = asked.correct() || (asked.is(Kind.HANG_FOREVER) && asked.ending() == Ending.CLEAR_ERROR);
        if (!replied) {
            return Verdict.badly(
                    "The model hung; the caller was " + asked.ending().words() + ".");
        }
        for (LedgerEntry call : asked.calls()) {
            boolean hung = call.served().fault().equals("hang")
                    || call.served().fault().equals("stall");
            boolean released = call.times().abortedMicros() >= 0
                    && call.times().abortedMicros() <= asked.deadlineMicros() + RELEASE_MICROS;
            if (hung && !released) {
                return Verdict.badly("It replied in time but kept the hung connection open past the deadline.");
            }
        }
        return Verdict.well(
                "The model hung; the caller was " + asked.ending().words() + " and the connection released.");
    }
}
