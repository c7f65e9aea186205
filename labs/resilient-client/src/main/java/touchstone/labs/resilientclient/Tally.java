package touchstone.labs.resilientclient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.runner.lab.Measure;
import touchstone.runner.lab.Measure.Contribution;
import touchstone.runner.lab.Measure.Example;

/** Collects what the items of one criterion add up to, and the items that show it best. */
final class Tally {

    private final List<Contribution> contributions = new ArrayList<>();
    private final List<Example> bad = new ArrayList<>();
    private final List<Example> good = new ArrayList<>();

    /** An item that was treated well or not; {@code what} says how, for a person. */
    void judge(Asked asked, boolean well, String what) {
        contributions.add(new Contribution(asked.id(), well ? 1 : 0, 1));
        example(asked, well, what);
    }

    /** An item that adds an amount. */
    void amount(String item, double numerator, double denominator) {
        contributions.add(new Contribution(item, numerator, denominator));
    }

    void example(Asked asked, boolean well, String what) {
        (well ? good : bad).add(new Example(asked.id(), what, asked.callNumbers()));
    }

    double numerator() {
        return contributions.stream().mapToDouble(Contribution::numerator).sum();
    }

    double denominator() {
        return contributions.stream().mapToDouble(Contribution::denominator).sum();
    }

    /** "7 of 9", for findings. */
    String ratio() {
        return Math.round(numerator()) + " of " + Math.round(denominator());
    }

    Measure measure(Check check, String finding) {
        List<Example> examples = new ArrayList<>(bad);
        examples.addAll(good);
        return new Measure(check.criterion().id(), contributions, finding, examples);
    }

    /** Judges every item with one rule. */
    static Tally judging(List<Asked> items, Function<Asked, Verdict> rule) {
        Tally tally = new Tally();
        for (Asked asked : items) {
            Verdict verdict = rule.apply(asked);
            tally.judge(asked, verdict.well(), verdict.what());
        }
        return tally;
    }

    /** @param what one sentence about the item */
    record Verdict(boolean well, String what) {

        static Verdict well(String what) {
            return new Verdict(true, what);
        }

        static Verdict badly(String what) {
            return new Verdict(false, what);
        }
    }
}
