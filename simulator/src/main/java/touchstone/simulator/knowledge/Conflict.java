package touchstone.simulator.knowledge;

/**
 * A fact that answers a question otherwise than the right one does: an older version, or a statement that contradicts it.
 *
 * @param fact id of that fact
 * @param answer what it makes of the question
 */
public record Conflict(String fact, String answer) {}
