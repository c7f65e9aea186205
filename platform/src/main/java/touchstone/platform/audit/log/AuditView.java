package touchstone.platform.audit.log;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import touchstone.platform.audit.AuditLog;
import touchstone.platform.audit.Head;
import touchstone.platform.audit.Verification;

/**
 * A page of the audit log.
 *
 * @param checked what the last check found
 * @param older address of the next page, if there is one
 */
public record AuditView(
        Head head, Optional<AuditLog.Checked> checked, Shown shown, List<Row> rows, Optional<String> older) {

    private static final int SHOWN = 8;

    /**
     * What is shown.
     *
     * @param types that occur
     * @param type chosen; empty for all
     * @param day chosen, as in a date field; empty for all
     * @param later whether newer entries were left out by turning pages
     */
    public record Shown(List<String> types, String type, String day, boolean later) {
        public boolean all() {
            return type.isEmpty() && day.isEmpty() && !later;
        }
    }

    /**
     * One entry.
     *
     * @param actor their name, where they have one here
     * @param about whom it tells about
     */
    public record Row(long seq, Instant at, String type, Who actor, UUID entity, Optional<UUID> about, String hash) {}

    /** Somebody who acted. */
    public record Who(Optional<String> name, UUID id, boolean system) {}

    /** The name of an event, in words. */
    public static String words(String type) {
        String spaced = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    public boolean whole() {
        return checked.filter(check -> check.found() instanceof Verification.Verified)
                .isPresent();
    }

    public Optional<Verification.Broken> broken() {
        return checked.map(AuditLog.Checked::found)
                .filter(Verification.Broken.class::isInstance)
                .map(Verification.Broken.class::cast);
    }

    /** How many entries the last check saw. */
    public long seen() {
        return checked.map(AuditLog.Checked::found)
                .filter(Verification.Verified.class::isInstance)
                .map(found -> ((Verification.Verified) found).count())
                .orElse(0L);
    }

    /** The end of an id, enough to compare by eye; ids of one time begin alike. */
    public static String shortly(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - SHOWN);
    }

    /** The start of a hash, enough to compare by eye. */
    public static String shortly(String hash) {
        return hash.substring(0, SHOWN);
    }
}
