package touchstone.labs.documentsearch;

import java.util.List;
import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** Questions that the documents answer are answered right. */
final class AnswerAccuracyCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "answer-accuracy",
                "Answers right",
                "llm-systems",
                "share of answerable questions",
                18,
                Criterion.Kind.EXACT,
                false,
                "Gets all the evidence into a short prompt, with its dates, and asks a model that reads it well.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        List<Asked> asks = evidence.calm();
        asks.forEach(asked -> tally.judge(asked, asked.right(), describe(asked)));
        long silent = asks.stream()
                .filter(asked -> asked.ending() == Ending.ABSTAINED)
                .count();
        long broken =
                asks.stream().filter(asked -> asked.ending() == Ending.BROKEN).count();
        return tally.measure(
                this,
                "It answered " + tally.ratio() + " questions right that the documents answer; it was silent on "
                        + silent
                        + (broken == 0
                                ? "."
                                : ", and " + Words.count(broken, "reply", "replies") + " broke the contract."));
    }

    static String describe(Asked asked) {
        return "\"" + Words.clipped(asked.truth().text(), 120) + "\" ("
                + asked.truth().kind() + "). " + asked.outcome()
                + (asked.right() || !asked.truth().answerable()
                        ? ""
                        : " Right: \"" + Words.clipped(asked.truth().answer(), 120) + "\"");
    }
}
