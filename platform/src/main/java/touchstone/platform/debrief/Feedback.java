package touchstone.platform.debrief;

import java.time.Instant;
import java.util.Optional;

/**
 * What the candidate is written.
 *
 * @param text as it stands
 * @param edited whether a person changed what was drafted from the evidence
 * @param version 0 while nobody has saved it
 */
public record Feedback(String text, boolean edited, Optional<Instant> sentAt, int version) {}
