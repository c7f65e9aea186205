package touchstone.worlds;

/**
 * A fact that would answer a question otherwise: an older version, or a statement that a newer one contradicts.
 *
 * @param fact its id
 * @param sentence the answer that it leads to
 */
public record Outdated(String fact, String sentence) {}
