package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** An answer that breaks off is not handed out as if it were whole. */
final class TruncationCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "truncation",
                "Notices an answer that breaks off",
                "production-reliability",
                "share of items cut short",
                10,
                Criterion.Kind.EXACT,
                false,
                "Takes an answer as complete only with a finish reason of stop (or [DONE]) and asks again otherwise.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = Tally.judging(
                evidence.of(Kind.CLEAN_END, Kind.CUT_BY_LENGTH, Kind.ERROR_EVENT), TruncationCheck::judge);
        return tally.measure(
                this,
                "It gave out no partial answer and got the whole one in " + tally.ratio() + " items that broke off.");
    }

    private static Verdict judge(Asked asked) {
        return new Verdict(
                asked.correct(),
                "The first answer broke off; the caller was " + asked.ending().words() + ".");
    }
}
