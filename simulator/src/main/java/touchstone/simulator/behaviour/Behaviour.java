package touchstone.simulator.behaviour;

import touchstone.simulator.model.ModelCard;

/** What a simulated model says to a request, and how it counts. Safe for many threads. */
public interface Behaviour {

    /** The item whose marker stands in the prompt; empty when none does. */
    String itemOf(String promptText);

    /**
     * The answer: a function of the request, the model card, the knowledge and keyed chance.
     *
     * @param attempt how many calls with the same canonical request came before, from 0
     */
    Reply answer(ChatRequest request, ModelCard card, int attempt);

    /** Tokens in a text, counted in the simulator's own simple way. */
    int countTokens(String text);

    /** How many leading tokens of the prompt this model has seen before; remembers the prompt for later calls. */
    int cachedPrefixTokens(String model, ChatRequest request);
}
