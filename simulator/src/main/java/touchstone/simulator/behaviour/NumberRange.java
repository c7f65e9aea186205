package touchstone.simulator.behaviour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import touchstone.chance.Chance;

/**
 * The numbers that a JSON Schema permits.
 *
 * @param low least number, itself included unless {@code lowOpen}
 * @param high greatest number, itself included unless {@code highOpen}
 * @param step every number is a multiple of it, if {@code stepped}; drawn numbers always are
 */
record NumberRange(
        Optional<BigDecimal> low,
        boolean lowOpen,
        Optional<BigDecimal> high,
        boolean highOpen,
        BigDecimal step,
        boolean stepped) {

    private static final BigDecimal USUAL_WIDTH = BigDecimal.valueOf(100);
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final int MOST_STEPS = 1_000_000;

    static NumberRange of(JsonNode schema, boolean whole) {
        Optional<BigDecimal> multiple = value(schema, "multipleOf").filter(given -> given.signum() > 0);
        return new NumberRange(
                value(schema, "minimum").or(() -> value(schema, "exclusiveMinimum")),
                !schema.has("minimum"),
                value(schema, "maximum").or(() -> value(schema, "exclusiveMaximum")),
                !schema.has("maximum"),
                multiple.orElse(whole ? BigDecimal.ONE : HUNDREDTH),
                whole || multiple.isPresent());
    }

    /** Whether a number of the message may stand here. */
    boolean holds(BigDecimal value) {
        int least = lowOpen ? 1 : 0;
        int most = highOpen ? -1 : 0;
        return low.filter(bound -> value.compareTo(bound) < least).isEmpty()
                && high.filter(bound -> value.compareTo(bound) > most).isEmpty()
                && (!stepped || value.remainder(step).signum() == 0);
    }

    /** One of the permitted numbers; without bounds one from 0 to 100. */
    BigDecimal draw(Chance chance) {
        BigDecimal least = low.orElseGet(() ->
                high.map(top -> top.subtract(USUAL_WIDTH).min(BigDecimal.ZERO)).orElse(BigDecimal.ZERO));
        BigDecimal most = high.orElseGet(() -> least.add(USUAL_WIDTH));
        BigDecimal first = least.divide(step, 0, RoundingMode.CEILING).multiply(step);
        if (!holds(first)) {
            first = first.add(step);
        }
        int steps = most.subtract(first)
                .divide(step, 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(MOST_STEPS))
                .intValue();
        BigDecimal drawn =
                steps < 1 ? first : first.add(step.multiply(BigDecimal.valueOf(chance.between(0, steps + 1))));
        BigDecimal inside = holds(drawn) ? drawn : drawn.subtract(step);
        return inside.scale() < 0 ? inside.setScale(0, RoundingMode.UNNECESSARY) : inside;
    }

    private static Optional<BigDecimal> value(JsonNode schema, String name) {
        return schema.path(name).isNumber() ? Optional.of(schema.path(name).decimalValue()) : Optional.empty();
    }
}
