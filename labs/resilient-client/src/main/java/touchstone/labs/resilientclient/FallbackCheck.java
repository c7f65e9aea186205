package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** While the primary model is down, the healthy one answers. */
final class FallbackCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "fallback",
                "Falls back to the healthy model",
                "production-reliability",
                "share of items in the outage",
                8,
                Criterion.Kind.TIMING,
                false,
                "Goes to the second model while the first is down, early enough for the deadline.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = Tally.judging(
                evidence.in(Timetable.OUTAGE),
                asked -> new Verdict(
                        asked.correct(),
                        "The primary model was down; the caller was "
                                + asked.ending().words() + "."));
        return tally.measure(this, "In the outage it answered " + tally.ratio() + " items.");
    }
}
