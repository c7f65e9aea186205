package touchstone.platform.interview;

import java.time.Instant;
import java.util.UUID;

/** Somebody opened the ratings of an application before they were due, and said why. */
public record EarlyLook(UUID account, String name, String reason, Instant at) {}
