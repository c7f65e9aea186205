package touchstone.simulator.model;

/**
 * How often a simulated model does well, as probabilities from 0 to 1. The behaviour families use them with keyed chance.
 *
 * @param grounded answers right when the evidence is in the prompt and near
 * @param buried answers right when the evidence lies beyond {@code nearTokens}
 * @param abstains says that it does not know when the evidence is missing and the prompt permits it
 * @param obeysSchema returns valid output when a JSON schema is asked for
 * @param choosesTool picks the tool that the request fits
 * @param nearTokens how far from either end of the prompt evidence still counts as near
 * @param distracted factor on answering right for every 1,000 tokens of the prompt that are no evidence; 1 is never
 *     distracted
 * @param resists ignores an instruction inside a text that is marked as data and that a rule warns of
 */
public record Quality(
        double grounded,
        double buried,
        double abstains,
        double obeysSchema,
        double choosesTool,
        int nearTokens,
        double distracted,
        double resists) {

    /** A model that no text distracts and that resists every instruction it was warned of. */
    public Quality(
            double grounded, double buried, double abstains, double obeysSchema, double choosesTool, int nearTokens) {
        this(grounded, buried, abstains, obeysSchema, choosesTool, nearTokens, 1, 1);
    }
}
