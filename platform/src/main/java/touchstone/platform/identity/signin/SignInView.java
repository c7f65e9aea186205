package touchstone.platform.identity.signin;

/** The sign-in page: whether the last try failed, and whether somebody has just signed out. */
public record SignInView(boolean failed, boolean out) {}
