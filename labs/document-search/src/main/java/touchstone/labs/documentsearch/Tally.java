package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.List;
import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.labs.documentsearch.Evidence.Searched;
import touchstone.runner.lab.Measure;
import touchstone.runner.lab.Measure.Contribution;
import touchstone.runner.lab.Measure.Example;

/** Collects what the items of one criterion add up to, and the items that show it best. */
final class Tally {

    private final List<Contribution> contributions = new ArrayList<>();
    private final List<Example> bad = new ArrayList<>();
    private final List<Example> good = new ArrayList<>();

    /** A question that was treated well or not; {@code what} says how, for a person. */
    void judge(Asked asked, boolean well, String what) {
        amount(asked, well ? 1 : 0, 1);
        example(asked.id(), well, what, asked.callNumbers());
    }

    /** A search that was served well or not. */
    void judge(Searched searched, boolean well, String what) {
        amount(searched.id(), well ? 1 : 0, 1);
        example(searched.id(), well, what, List.of());
    }

    /** A question that adds an amount; questions about one fact are one cluster. */
    void amount(Asked asked, double numerator, double denominator) {
        String cluster = asked.truth().facts().stream().findFirst().orElse(asked.id());
        contributions.add(new Contribution(asked.id(), numerator, denominator, cluster));
    }

    void amount(String item, double numerator, double denominator) {
        contributions.add(new Contribution(item, numerator, denominator));
    }

    void example(String item, boolean well, String what, List<Long> calls) {
        (well ? good : bad).add(new Example(item, what, calls));
    }

    double numerator() {
        return contributions.stream().mapToDouble(Contribution::numerator).sum();
    }

    double denominator() {
        return contributions.stream().mapToDouble(Contribution::denominator).sum();
    }

    double value() {
        return denominator() == 0 ? 0 : numerator() / denominator();
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
}
