package touchstone.platform.identity.invitation;

/**
 * The page behind a link that sets a password.
 *
 * @param texts prefix of its texts: an invitation or a reset
 * @param path of the link
 */
public record PasswordLinkView(String texts, String path, String name, String email) {}
