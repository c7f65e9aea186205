package touchstone.labs.resilientclient;

import java.util.List;
import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/** After a 429 with a hint, the same model is not called again for this item before the hint has passed. */
final class WaitsAsToldCheck implements Check {

    /** Clocks differ a little: a wait of 95 % of the hint is a wait. */
    private static final double KEPT = 0.95;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "waits-as-told",
                "Waits as long as it is told",
                "working-with-apis",
                "share of rate-limited items",
                8,
                Criterion.Kind.TIMING,
                false,
                "Reads Retry-After as seconds, as a date and as retry-after-ms, waits that long, and when the wait"
                        + " does not fit the deadline uses the other model or fails at once.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = Tally.judging(
                evidence.of(Kind.LIMITED_SECONDS, Kind.LIMITED_MILLISECONDS, Kind.LIMITED_DATE, Kind.LIMITED_LONG),
                WaitsAsToldCheck::judge);
        return tally.measure(
                this, "It kept the waiting time that the model asked for in " + tally.ratio() + " rate-limited items.");
    }

    private static Verdict judge(Asked asked) {
        if (asked.calls().isEmpty()) {
            return Verdict.badly("No model call was made for it.");
        }
        List<LedgerEntry> calls = asked.calls();
        for (LedgerEntry limited : calls) {
            long hint = limited.served().retryAfterMicros();
            for (LedgerEntry next : calls) {
                boolean again = next.call() > limited.call()
                        && next.request().model().equals(limited.request().model());
                long waited = next.times().receivedMicros() - limited.times().lastByteMicros();
                if (hint > 0 && again && waited < KEPT * hint) {
                    return Verdict.badly("Told to wait " + Words.seconds(hint)
                            + ", it called the same model again after " + Words.seconds(waited) + ".");
                }
            }
        }
        boolean ended = asked.correct() || (asked.is(Kind.LIMITED_LONG) && asked.ending() == Ending.CLEAR_ERROR);
        return new Verdict(
                ended, "It waited as told; the caller was " + asked.ending().words() + ".");
    }
}
