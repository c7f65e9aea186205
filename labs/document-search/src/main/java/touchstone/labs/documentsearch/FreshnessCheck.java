package touchstone.labs.documentsearch;

import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** What the update changed is answered from the new version. */
final class FreshnessCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "freshness",
                "Answers from the version that holds",
                "rag-design",
                "share of questions that the update changed",
                9,
                Criterion.Kind.EXACT,
                false,
                "Replaces every passage and vector of a document when it changes, and shows the model dates to choose"
                        + " by.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        long stale = 0;
        for (Asked asked : evidence.questions(asked -> asked.is(Sort.CHANGED))) {
            boolean old = stale(asked);
            stale += old ? 1 : 0;
            tally.judge(
                    asked,
                    asked.right(),
                    (old ? "The answer is out of date. " : "") + AnswerAccuracyCheck.describe(asked));
        }
        return tally.measure(
                this,
                "After the update, " + tally.ratio() + " questions whose answer had changed were answered from the new"
                        + " version, and " + stale + " with something that no longer holds.");
    }

    /** Whether what was said only fits another version. */
    static boolean stale(Asked asked) {
        return asked.ending() == Ending.WRONG
                && asked.reply()
                        .map(reply -> asked.truth().wrong().stream()
                                .anyMatch(phrase -> Tokens.says(Tokens.of(reply.answer()), phrase)))
                        .orElse(false);
    }
}
