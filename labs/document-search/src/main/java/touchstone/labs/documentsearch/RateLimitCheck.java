package touchstone.labs.documentsearch;

import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** While the models are limited, questions are still answered. */
final class RateLimitCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "rate-limit",
                "Goes on when the models are limited",
                "production-reliability",
                "share of questions during the limit",
                4,
                Criterion.Kind.TIMING,
                false,
                "Waits as long as the caller can, uses the models that are left, and reads the headers.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        long refused = 0;
        for (Asked asked : evidence.questions(asked -> asked.in(Timetable.RATE_LIMIT))) {
            long limited = asked.calls().stream()
                    .filter(call -> call.served().fault().equals("limit"))
                    .count();
            refused += limited;
            tally.judge(
                    asked,
                    asked.right(),
                    Words.count(limited, "call") + " for it ran into the limit. "
                            + AnswerAccuracyCheck.describe(asked));
        }
        return tally.measure(
                this,
                "While the models were limited it answered " + tally.ratio() + " questions right and in time; "
                        + Words.count(refused, "call") + " ran into the limit.");
    }
}
