package touchstone.platform.identity.forgotten;

/** The page of a forgotten password: nothing on it depends on who asks. */
public record ForgottenView() {}
