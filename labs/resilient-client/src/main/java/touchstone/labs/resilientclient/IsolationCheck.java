package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** No caller gets another caller's answer. */
final class IsolationCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "isolation",
                "Keeps callers apart",
                "ai-security",
                "share of plain items",
                5,
                Criterion.Kind.EXACT,
                false,
                "Keeps nothing of one request where another can see it, and keys its cache with the whole prompt.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = Tally.judging(
                evidence.where(
                        asked -> asked.in(Timetable.WARM_UP) || asked.in(Timetable.BURST) || asked.is(Kind.CONTROL)),
                IsolationCheck::judge);
        return tally.measure(
                this, "Callers were given nothing of another caller's in " + tally.ratio() + " plain items.");
    }

    private static Verdict judge(Asked asked) {
        boolean apart = switch (asked.ending()) {
            case CORRECT, PARTIAL, WRONG -> true;
            case CLEAR_ERROR -> !asked.calls().isEmpty();
            case FOREIGN, UNREADABLE, LATE, NO_REPLY -> false;
        };
        return new Verdict(apart, "The caller was " + asked.ending().words() + ".");
    }
}
