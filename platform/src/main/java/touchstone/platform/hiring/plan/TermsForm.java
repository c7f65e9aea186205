package touchstone.platform.hiring.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.DecisionRule.Ratings;
import touchstone.catalogue.content.DecisionRule.Unobserved;
import touchstone.catalogue.content.Plan;
import touchstone.platform.shared.Refusal;

/** Reads the terms of a decision from a form: {@code weight.rag-design=5}, {@code atLeastBar=70} and so on. */
final class TermsForm {

    static final String WEIGHT = "weight.";

    private TermsForm() {}

    /**
     * @param competencies ids in the order in which weights are kept
     * @throws Refusal when a number is none
     */
    static Plan.Terms of(Map<String, String> fields, Iterable<String> competencies) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String id : competencies) {
            String text = fields.getOrDefault(WEIGHT + id, "").strip();
            int weight = text.isEmpty() ? 0 : StageForm.whole(id, text);
            if (weight != 0) {
                weights.put(id, weight);
            }
        }
        String floor = fields.getOrDefault("labFloor", "").strip();
        DecisionRule rule = new DecisionRule(
                whole(fields, "atLeastBar"),
                decimal("Lowest mean rating", fields.getOrDefault("noneBelow", "")),
                unobserved(fields.getOrDefault("unobserved", "")),
                fields.containsKey("veto"),
                floor.isEmpty() ? Optional.empty() : Optional.of(StageForm.whole("Lab's least score", floor)),
                Optional.of(ratings(fields.getOrDefault("ratings", "raw"))));
        return new Plan.Terms(weights, rule, new Plan.Span(whole(fields, "leastWeeks"), whole(fields, "mostWeeks")));
    }

    private static int whole(Map<String, String> fields, String name) {
        return StageForm.whole(name, fields.getOrDefault(name, ""));
    }

    private static double decimal(String field, String text) {
        String stripped = text.strip();
        if (!stripped.matches("\\d{1,3}([.]\\d{1,3})?")) {
            throw Refusal.invalid("hiring.plan.no-number", field);
        }
        return Double.parseDouble(stripped);
    }

    private static Ratings ratings(String text) {
        return Arrays.stream(Ratings.values())
                .filter(one -> one.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("hiring.plan.no-ratings"));
    }

    private static Unobserved unobserved(String text) {
        return Arrays.stream(Unobserved.values())
                .filter(one -> one.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("hiring.plan.no-treatment"));
    }
}
