package touchstone.labs.resilientclient;

import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** A clear error where no answer can be had, and never an error where one can. */
final class DegradationCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "degradation",
                "Degrades with a clear error",
                "llm-systems",
                "share of items",
                5,
                Criterion.Kind.EXACT,
                false,
                "Says in the error what went wrong and does so in time; never dresses a failure as an answer.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        for (Asked asked : evidence.of(
                Kind.QUOTA, Kind.BAD_REQUEST, Kind.UNAUTHORIZED, Kind.FORBIDDEN, Kind.NOT_FOUND, Kind.HANG_FOREVER)) {
            boolean well = !asked.calls().isEmpty() && asked.ending() == Ending.CLEAR_ERROR;
            Verdict verdict = new Verdict(
                    well,
                    "No answer could be had; the caller was " + asked.ending().words() + ".");
            tally.judge(asked, verdict.well(), verdict.what());
        }
        for (Asked asked : evidence.of(Kind.CONTROL)) {
            tally.judge(
                    asked,
                    asked.correct(),
                    "Nothing was wrong; the caller was " + asked.ending().words() + ".");
        }
        return tally.measure(
                this,
                "It ended " + tally.ratio()
                        + " items as well as could be: an answer, or a clear error where none was to be had.");
    }
}
