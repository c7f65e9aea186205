package touchstone.simulator.knowledge;

/**
 * An instruction that stands inside a text and is meant for whoever reads it.
 *
 * @param span the instruction as it stands in the text
 * @param effect what a model that obeys it says
 */
public record Injection(String id, String span, String effect) {}
