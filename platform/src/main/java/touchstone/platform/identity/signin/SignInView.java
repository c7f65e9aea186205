package touchstone.platform.identity.signin;

/**
 * The sign-in page.
 *
 * @param failed whether the last try failed
 * @param out whether somebody has just signed out
 * @param to where to go afterwards; empty for the first page
 */
public record SignInView(boolean failed, boolean out, String to) {}
