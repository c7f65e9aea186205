package touchstone.platform.hiring.my;

/** The page behind a candidate's link: who they are, and the link to go on with. */
public record LinkView(String name, String token) {}
