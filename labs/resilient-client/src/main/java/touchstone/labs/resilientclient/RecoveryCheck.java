package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/** Soon after the outage the primary model serves again. */
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
        Tally tally = Tally.judging(
                evidence.where(asked -> (asked.in(Timetable.LATENCY_SPIKE) || asked.in(Timetable.RECOVERY))
                        && asked.item().arrivalMicros() >= from),
                RecoveryCheck::judge);
        return tally.measure(this, "From 4 s after the outage the primary model answered " + tally.ratio() + " items.");
    }

    private static Verdict judge(Asked asked) {
        boolean byPrimary = asked.callsTo(ResilientClient.PRIMARY).stream().anyMatch(RecoveryCheck::complete);
        return new Verdict(
                asked.correct() && byPrimary,
                "The caller was " + asked.ending().words() + (byPrimary ? "" : ", not by the primary model") + ".");
    }

    private static boolean complete(LedgerEntry call) {
        return call.served().status() == 200 && !call.served().clientAborted();
    }
}
