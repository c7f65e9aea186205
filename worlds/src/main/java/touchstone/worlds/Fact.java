package touchstone.worlds;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that is true in the company, or was.
 *
 * @param id unique in the world; says nothing about the fact
 * @param subject name of what it is about
 * @param relation what is said of the subject, as a slug of the industry's vocabulary such as {@code warranty}
 * @param value as it is usually written
 * @param from since when it holds
 * @param supersededBy id of the fact that replaced it, in the documents or by the update
 */
public record Fact(
        String id, String subject, String relation, String value, LocalDate from, Optional<String> supersededBy) {}
