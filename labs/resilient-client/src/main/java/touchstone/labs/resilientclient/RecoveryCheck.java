package touchstone.labs.resilientclient;

import java.util.List;
import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * Soon after the outage the primary model serves again. A solution that never left it has nothing to come back from: without
 * answers from the second model in the outage, no item counts.
 */
final class RecoveryCheck implements Check {

    /** Time allowed after the end of the outage. */
    private static final long ALLOWED_MICROS = 4_000_000;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "recovery",
                "Comes back to the primary model",
                "production-reliability",
                "share of items after the outage",
                6,
                Criterion.Kind.TIMING,
                false,
                "Lets a probe through every second or two, and closes the circuit when the probe succeeds.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Day.Phase outage = evidence.phases().get(Timetable.OUTAGE);
        long from = outage == null ? 0 : outage.endMicros() + ALLOWED_MICROS;
        List<Asked> during = evidence.in(Timetable.OUTAGE);
        boolean left = 2 * during.stream().filter(Asked::correct).count() >= during.size();
        Tally tally = Tally.judging(
                evidence.where(asked -> (asked.in(Timetable.LATENCY_SPIKE) || asked.in(Timetable.RECOVERY))
                        && asked.item().arrivalMicros() >= from),
                asked -> judge(asked, left));
        return tally.measure(
                this,
                left
                        ? "From 4 s after the outage the primary model answered " + tally.ratio() + " items."
                        : "It did not change over to the second model in the outage, so there was nothing to come back"
                                + " from.");
    }

    private static Verdict judge(Asked asked, boolean left) {
        if (!left) {
            return Verdict.badly("It had not changed over to the second model in the outage.");
        }
        boolean byPrimary = asked.callsTo(ResilientClient.PRIMARY).stream().anyMatch(RecoveryCheck::complete);
        return new Verdict(
                asked.correct() && byPrimary,
                "The caller was " + asked.ending().words() + (byPrimary ? "" : ", not by the primary model") + ".");
    }

    private static boolean complete(LedgerEntry call) {
        return call.served().status() == 200 && !call.served().clientAborted();
    }
}
