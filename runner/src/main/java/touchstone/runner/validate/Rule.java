package touchstone.runner.validate;

/**
 * One rule of what makes a lab valid (design, section 2.4), applied.
 *
 * @param held whether the lab keeps it
 * @param words what was found, one sentence
 */
public record Rule(String name, boolean held, String words) {}
