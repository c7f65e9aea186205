package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** A reply with status 200 that is rubbish is treated as a failure that passes. */
final class MalformedCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "malformed",
                "Survives malformed replies",
                "production-reliability",
                "share of items with a malformed reply",
                8,
                Criterion.Kind.EXACT,
                false,
                "Checks the reply against what it needs, and asks once more when it does not fit.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = Tally.judging(
                evidence.of(Kind.MALFORMED, Kind.SCHEMA_BREAKING, Kind.USAGE_MISSING),
                asked -> new Verdict(
                        asked.correct(),
                        "The reply had status 200 and was not usable; the caller was "
                                + asked.ending().words() + "."));
        return tally.measure(
                this, "It answered " + tally.ratio() + " items whose first reply was malformed or incomplete.");
    }
}
