package touchstone.labs.resilientclient;

import java.util.ArrayList;
import java.util.List;
import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.simulator.ledger.LedgerEntry;

/** After a fault without a hint it waits a little, not too long, and not in step with all the others. */
final class BackoffCheck implements Check {

    private static final long SHORTEST_MICROS = 100_000;
    private static final long LONGEST_MICROS = 8_000_000;
    /** Two waits are "in step" when they differ by at most this share. */
    private static final double SAME = 0.05;
    /** A wait that more than this share of the others repeat is not jittered. */
    private static final double CROWD = 0.6;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "backoff",
                "Backs off with bounds and jitter",
                "production-reliability",
                "share of items with a passing fault",
                8,
                Criterion.Kind.TIMING,
                false,
                "Waits longer after each failure up to a bound, and adds chance, so that many callers do not come back"
                        + " together.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        List<Asked> items = evidence.of(Kind.UNAVAILABLE_TWICE, Kind.SERVER_ERROR, Kind.BAD_GATEWAY, Kind.RESET);
        List<Long> firstGaps = items.stream()
                .map(BackoffCheck::gaps)
                .filter(gaps -> !gaps.isEmpty())
                .map(List::getFirst)
                .toList();
        Tally tally = Tally.judging(items, asked -> judge(asked, firstGaps));
        return tally.measure(
                this,
                "It backed off well, with jitter, and answered in " + tally.ratio() + " items with a passing fault.");
    }

    private static Verdict judge(Asked asked, List<Long> firstGaps) {
        List<Long> gaps = gaps(asked);
        for (long gap : gaps) {
            if (gap < SHORTEST_MICROS || gap > LONGEST_MICROS) {
                return Verdict.badly("It called again after " + Words.seconds(gap) + ".");
            }
        }
        if (!gaps.isEmpty() && inStep(gaps.getFirst(), firstGaps)) {
            return Verdict.badly("It waited " + Words.seconds(gaps.getFirst()) + ", like most others: no jitter.");
        }
        return new Verdict(
                asked.correct() && !asked.calls().isEmpty(),
                "The caller was " + asked.ending().words() + ".");
    }

    private static boolean inStep(long gap, List<Long> others) {
        long near = others.stream()
                .filter(other -> Math.abs(other - gap) <= SAME * gap)
                .count();
        // the gap itself stands in the list once
        return others.size() > 2 && (near - 1) > CROWD * (others.size() - 1);
    }

    /** Waits between calls to the same model, without those that a hint explains. */
    private static List<Long> gaps(Asked asked) {
        List<Long> gaps = new ArrayList<>();
        for (String model : asked.calls().stream()
                .map(call -> call.request().model())
                .distinct()
                .toList()) {
            List<LedgerEntry> calls = asked.callsTo(model);
            for (int i = 1; i < calls.size(); i++) {
                LedgerEntry failed = calls.get(i - 1);
                long ended =
                        Math.max(failed.times().lastByteMicros(), failed.times().receivedMicros());
                if (failed.served().retryAfterMicros() < 0) {
                    gaps.add(calls.get(i).times().receivedMicros() - ended);
                }
            }
        }
        return gaps;
    }
}
