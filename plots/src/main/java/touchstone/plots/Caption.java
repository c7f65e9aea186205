package touchstone.plots;

/**
 * What a drawing shows, in words.
 *
 * @param title a few words
 * @param description what to see in it, for those who do not see it
 * @param axis what the horizontal axis measures, with its unit
 */
public record Caption(String title, String description, String axis) {}
