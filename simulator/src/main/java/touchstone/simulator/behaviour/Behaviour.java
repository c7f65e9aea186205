package touchstone.simulator.behaviour;

import touchstone.simulator.model.ModelCard;

/**
 * What the simulated model says and how it counts: the seam between the wire and the model. Safe for many threads, and
 * everything but {@link #cachedPrefixTokens} is a function of its arguments.
 */
public interface Behaviour {

    /** Id of the item whose marker a text carries; empty when it carries none. */
    String itemOf(String text);

    /** Id of the item that a request is for; empty when it is for none. */
    default String itemOf(ChatRequest request) {
        return itemOf(request.promptText());
    }

    /**
     * The whole answer to a request.
     *
     * @param attempt how many calls with the same model and messages came before, from 0
     */
    Reply answer(ChatRequest request, ModelCard card, int attempt);

    /** Tokens of a text, 0 or more. */
    int countTokens(String text);

    /** Tokens of the prompt that the prefix cache of this model already holds; remembers the prompt. */
    int cachedPrefixTokens(String model, ChatRequest request);
}
