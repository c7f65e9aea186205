package touchstone.platform.hiring;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Somebody who applies, once or several times.
 *
 * @param email lower case, unique in the organisation
 * @param zone where they are, for showing times
 * @param source where they came from; may be empty
 * @param erased whether their personal data were erased; name and address then say nothing
 * @param version a change names the version that it saw
 */
public record Candidate(
        UUID id, String name, String email, ZoneId zone, String source, Instant addedAt, boolean erased, int version) {}
