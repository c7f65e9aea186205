package touchstone.labs.documentsearch;

import java.util.List;
import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/**
 * Silent where the documents do not say, and not elsewhere; wrong costs more than silent.
 *
 * <p>A question with an answer pays 1 when right, -1 when wrong, 0 otherwise. One without pays the service's share of right
 * answers when it abstains (so that silence on everything is worth nothing), -1 when it answers, 0 otherwise. The two sorts
 * weigh the same, however many there are of each.
 */
final class AbstentionCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "abstention",
                "Says when the documents do not say",
                "rag-design",
                "mean pay: right 1, silent 0, wrong or no reply -1",
                9,
                Criterion.Kind.EXACT,
                false,
                "Lets the model say that it does not know, checks that the evidence is there, and answers when it is.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        List<Asked> answerable = evidence.calm();
        List<Asked> silent = evidence.questions(asked -> asked.is(Sort.UNANSWERABLE, Sort.DELETED));
        double coverage = answerable.isEmpty()
                ? 0
                : (double) answerable.stream().filter(Asked::right).count() / answerable.size();
        Tally tally = new Tally();
        for (Asked asked : silent) {
            double weight = 0.5 / silent.size();
            tally.amount(asked, weight * pay(asked, coverage), weight);
            tally.example(
                    asked.id(),
                    asked.ending() == Ending.ABSTAINED,
                    "The documents do not say. " + AnswerAccuracyCheck.describe(asked),
                    asked.callNumbers());
        }
        for (Asked asked : answerable) {
            double weight = 0.5 / answerable.size();
            tally.amount(asked, weight * pay(asked, 1), weight);
            tally.example(
                    asked.id(),
                    asked.right(),
                    "The documents say it. " + AnswerAccuracyCheck.describe(asked),
                    asked.callNumbers());
        }
        long kept = silent.stream()
                .filter(asked -> asked.ending() == Ending.ABSTAINED)
                .count();
        long wrong = answerable.stream()
                .filter(asked -> asked.ending().answered() && !asked.right())
                .count();
        long needless = answerable.stream()
                .filter(asked -> asked.ending() == Ending.ABSTAINED)
                .count();
        return tally.measure(
                this,
                "It abstained on " + kept + " of " + silent.size() + " questions that the documents do not answer; of "
                        + answerable.size() + " that they do, " + wrong + " were answered wrong and " + needless
                        + " not at all.");
    }

    /** @param silence what abstaining is worth where that is right */
    private static double pay(Asked asked, double silence) {
        return switch (asked.ending()) {
            case RIGHT -> 1;
            case WRONG, OBEYED, BROKEN, ERROR, LATE, NO_REPLY -> -1;
            case ABSTAINED -> asked.truth().answerable() ? 0 : silence;
        };
    }
}
