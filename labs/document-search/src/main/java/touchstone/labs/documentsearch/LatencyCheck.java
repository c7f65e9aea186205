package touchstone.labs.documentsearch;

import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** A caller waits for the model, and for little else. */
final class LatencyCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "latency",
                "Keeps callers waiting for the model only",
                "cost-latency",
                "share of the wait that is the answering call",
                4,
                Criterion.Kind.TIMING,
                false,
                "Makes one call after a quick search, does side by side what can be, and serves many callers at once.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        long wait = 0;
        for (Asked asked :
                evidence.questions(asked -> asked.is(Sort.ASK) && asked.in(Timetable.STEADY, Timetable.BURST))) {
            long waited = asked.record().doneMicros() - asked.record().sentMicros();
            double share = asked.right() ? Math.clamp((double) answeringMicros(asked) / waited, 0, 1) : 0;
            wait += waited;
            tally.amount(asked, share, 1);
            tally.example(
                    asked.id(),
                    share >= 0.5,
                    "The caller waited " + Words.seconds(waited) + ", of which the answering call took "
                            + Words.seconds(answeringMicros(asked)) + ". " + asked.outcome(),
                    asked.callNumbers());
        }
        double mean = tally.denominator() == 0 ? 0 : wait / tally.denominator();
        return tally.measure(
                this,
                "Callers waited " + Words.seconds(Math.round(mean)) + " on average; " + Words.percent(tally.value())
                        + " of a wait for a right answer was the call that gave it, where a question without a right"
                        + " answer counts as 0.");
    }

    private static long answeringMicros(Asked asked) {
        return asked.answering().isEmpty()
                ? 0
                : asked.answering().getLast().times().lastByteMicros()
                        - asked.answering().getLast().times().receivedMicros();
    }
}
