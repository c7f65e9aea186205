package touchstone.worlds.company;

/**
 * Something that facts are about.
 *
 * @param type such as {@code product}; relations say which type they are about
 * @param name unique among its type, as documents write it out
 * @param brief how people shorten it without doubt about what they mean; the name where nobody does
 * @param code its letters and digits, where it has such; otherwise empty
 * @param of what it belongs to, such as an error's product; otherwise empty
 */
public record Entity(String type, String name, String brief, String code, String of) {}
