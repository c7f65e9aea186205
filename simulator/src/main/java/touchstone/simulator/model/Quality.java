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
 */
public record Quality(
        double grounded, double buried, double abstains, double obeysSchema, double choosesTool, int nearTokens) {}
