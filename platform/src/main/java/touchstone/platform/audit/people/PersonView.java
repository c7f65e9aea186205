package touchstone.platform.audit.people;

import java.util.UUID;
import touchstone.platform.audit.AuditLog;

/**
 * One person's part of the log.
 *
 * @param account whether they are an account, else a candidate
 * @param active whether they can still sign in as an account
 */
public record PersonView(UUID id, AuditLog.PersonSummary summary, boolean account, boolean active) {

    public String path() {
        return "/audit/people/" + id;
    }
}
