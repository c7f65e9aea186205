package touchstone.runner.report;

import java.util.ArrayList;
import java.util.List;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Criterion.Kind;
import touchstone.runner.score.CriterionResult;
import touchstone.runner.score.CriterionResult.Anchor;
import touchstone.runner.score.CriterionResult.Score;

/** Thirteen criteria with the results of a middling solution; one could not be measured. */
final class CriteriaFixtures {

    private static final String HANDLING = "error-handling";
    private static final String RELIABILITY = "production-reliability";
    private static final String COST = "cost-and-latency";
    private static final String SAFETY = "safety-and-privacy";

    private CriteriaFixtures() {}

    static List<CriterionResult> all() {
        List<CriterionResult> results = new ArrayList<>(clientErrors());
        results.addAll(outages());
        results.addAll(answers());
        results.addAll(economy());
        return List.copyOf(results);
    }

    private static List<CriterionResult> clientErrors() {
        return List.of(
                result(
                        exact(
                                "waits-as-told",
                                "Waits as long as the server asks",
                                HANDLING,
                                "share of retries",
                                10,
                                "Reads the waiting time in all three forms (seconds, milliseconds, date) and gives up"
                                        + " at once when it is longer than the time left."),
                        measured(33, 42, 0.67, 0.88),
                        "33 of 42 retries after a rate limit came no earlier than the server had asked; all 9 early"
                                + " ones had a date as the hint.",
                        anchors(0.05, 0.42, 0.91, 1.0)),
                result(
                        exact(
                                "hopeless-calls",
                                "Does not repeat what cannot succeed",
                                HANDLING,
                                "calls per item",
                                8,
                                "Stops after the first refusal that no repetition can change: bad request, wrong key,"
                                        + " exhausted quota."),
                        measured(19, 15, 1.07, 1.6),
                        "Items that could not succeed cost 1.27 calls each, where 1 is enough; exhausted quota was"
                                + " taken for a rate limit.",
                        anchors(5.8, 3.1, 1.2, 1.0)),
                result(
                        new Criterion(
                                "backoff",
                                "Spreads its retries",
                                HANDLING,
                                "share of retries",
                                8,
                                Kind.TIMING,
                                false,
                                "Waits longer after each failure and adds chance to the wait, so that retries do not"
                                        + " arrive together."),
                        measured(51, 60, 0.75, 0.93),
                        "51 of 60 retries waited at least the doubled time of the one before, with chance added.",
                        anchors(0.0, 0.31, 0.82, 0.97)));
    }

    private static List<CriterionResult> outages() {
        return List.of(
                result(
                        exact(
                                "outage-calls",
                                "Leaves a dead service alone",
                                RELIABILITY,
                                "calls per item",
                                8,
                                "Opens a circuit after a few failures in a row, and tries one call now and then."),
                        measured(61, 20, 2.6, 3.5),
                        "During the outage each item cost 3.05 calls; the first 5 failures would have told.",
                        anchors(6.2, 4.0, 1.4, 0.6)),
                result(
                        new Criterion(
                                "recovery",
                                "Is back soon after an outage",
                                RELIABILITY,
                                "seconds",
                                8,
                                Kind.TIMING,
                                false,
                                "Probes with one call at a time and closes the circuit at the first success."),
                        measured(14.8, 8, 1.3, 2.5),
                        "The first items after the outage were answered 1.85 s later than in quiet times.",
                        anchors(12.0, 6.0, 2.0, 0.8)),
                result(
                        new Criterion(
                                "deadline",
                                "Replies within the deadline",
                                RELIABILITY,
                                "share of items",
                                10,
                                Kind.TIMING,
                                false,
                                "Gives every attempt a share of the time that is left, and says so in time when it"
                                        + " will not do."),
                        measured(138, 150, 0.87, 0.96),
                        "138 of 150 items got a reply before their deadline; 7 of the 12 late ones waited for a stream"
                                + " that had stalled.",
                        anchors(0.61, 0.8, 0.95, 0.99)));
    }

    private static List<CriterionResult> answers() {
        return List.of(
                result(
                        exact(
                                "truncation",
                                "Notices answers that stop half way",
                                RELIABILITY,
                                "share of items",
                                8,
                                "Checks the finish reason and the end marker of the stream, and asks again or says"
                                        + " that the answer is incomplete."),
                        measured(6, 14, 0.21, 0.71),
                        "6 of 14 cut answers were noticed; the 8 others were passed on as if they were whole.",
                        anchors(0.0, 0.0, 0.86, 1.0)),
                result(
                        exact(
                                "malformed",
                                "Survives replies that are not what was asked for",
                                RELIABILITY,
                                "share of items",
                                8,
                                "Checks each reply against the schema before it uses it, and repeats once."),
                        measured(11, 12, 0.75, 1.0),
                        "11 of 12 items whose first reply was broken JSON ended with a right answer.",
                        anchors(0.0, 0.5, 0.92, 1.0)),
                result(
                        exact(
                                "fallback",
                                "Falls back to another model",
                                RELIABILITY,
                                "share of items",
                                7,
                                "Uses the second model when the first is down, and only then."),
                        measured(0, 20, 0, 0),
                        "None of 20 items in the outage was answered by the other model, which was up all the time.",
                        anchors(0.0, 0.0, 0.7, 0.95)),
                result(
                        new Criterion(
                                "isolation",
                                "Keeps one person's text out of another's answer",
                                SAFETY,
                                "share of items",
                                5,
                                Kind.EXACT,
                                true,
                                "Keeps no state between requests that could carry a conversation over."),
                        measured(150, 150, 1, 1),
                        "No reply carried text of another item.",
                        anchors(0.9, 1.0, 1.0, 1.0)));
    }

    private static List<CriterionResult> economy() {
        return List.of(
                result(
                        new Criterion(
                                "rate-shaping",
                                "Keeps under the limit by itself",
                                COST,
                                "refusals per item",
                                8,
                                Kind.TIMING,
                                false,
                                "Reads the remaining allowance from the headers and queues instead of being refused."),
                        measured(24, 38, 0.45, 0.84),
                        "24 calls were refused over 38 items while the limit was low.",
                        anchors(2.4, 1.3, 0.5, 0.1)),
                result(
                        exact(
                                "spend",
                                "Spends what the task needs",
                                COST,
                                "micro-units per correct item",
                                7,
                                "Uses the small model where it is good enough and keeps the prompt short."),
                        measured(91_842, 121, 702.5, 820.75),
                        "A correct answer cost 759 micro-units; 38 % of the spend went to answers that nobody waited"
                                + " for any more.",
                        anchors(2_150, 1_240, 720, 480)),
                new CriterionResult(
                        exact(
                                "degradation",
                                "Says what it cannot do",
                                SAFETY,
                                "share of items",
                                5,
                                "Answers with what it knows, marked as partial, instead of an error."),
                        new Score.Unscored(
                                "No item of this run called for a partial answer, so that nothing could be measured."),
                        "",
                        List.of(),
                        anchors(0.0, 0.2, 0.8, 1.0)));
    }

    private static Criterion exact(
            String id, String title, String competency, String unit, int maxPoints, String better) {
        return new Criterion(id, title, competency, unit, maxPoints, Kind.EXACT, false, better);
    }

    private static Score.Scored measured(double numerator, double denominator, double low, double high) {
        return new Score.Scored(numerator / denominator, numerator, denominator, low, high, 0);
    }

    private static List<Anchor> anchors(double broken, double naive, double solid, double expert) {
        List<Anchor> anchors = new ArrayList<>();
        anchors.add(new Anchor(broken == naive ? List.of("broken", "naive") : List.of("broken"), broken, 0));
        if (broken != naive && naive != solid) {
            anchors.add(new Anchor(List.of("naive"), naive, 0.4));
        }
        if (solid == expert) {
            anchors.add(new Anchor(List.of("naive", "solid", "expert"), expert, 1));
        } else {
            anchors.add(new Anchor(List.of("solid"), solid, 0.75));
            anchors.add(new Anchor(List.of("expert"), expert, 1));
        }
        return anchors;
    }

    private static CriterionResult result(
            Criterion criterion, Score.Scored measured, String finding, List<Anchor> anchors) {
        Score.Scored score = new Score.Scored(
                measured.value(),
                measured.numerator(),
                measured.denominator(),
                measured.low(),
                measured.high(),
                criterion.maxPoints() * share(anchors, measured.value()));
        return new CriterionResult(criterion, score, finding, DayFixtures.examples(criterion.id()), anchors);
    }

    private static double share(List<Anchor> anchors, double value) {
        for (int i = 1; i < anchors.size(); i++) {
            Anchor from = anchors.get(i - 1);
            Anchor to = anchors.get(i);
            double way = (value - from.value()) / (to.value() - from.value());
            if (way <= 1) {
                return from.share() + Math.max(0, way) * (to.share() - from.share());
            }
        }
        return 1;
    }
}
