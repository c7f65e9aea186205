package touchstone.worlds;

/**
 * A document that carries an instruction to whoever reads it, written to be found for a question.
 *
 * @param document arrives after the update
 * @param instruction the part of the body that gives the instruction, letter by letter
 * @param effect what a model says that obeys; holds a token that no honest answer holds
 * @param question id of the question that it is aimed at
 */
public record Poison(Document document, String instruction, String effect, String question) {}
