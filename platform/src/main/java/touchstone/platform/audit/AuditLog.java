package touchstone.platform.audit;

import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/**
 * The audit log of the organisation of the person who acts: an administrator, or the application itself.
 *
 * <p>Entries show who did what to what and when. What they tell can hold ratings that the pages still hide, from
 * administrators too; taking it out is therefore done on purpose, with a reason, and is logged itself.
 */
@Service
public class AuditLog {

    /** Entries on one page. */
    public static final int PAGE = 100;

    private static final int LEAST_REASON = 10;
    private static final int MOST_REASON = 2000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Accounts accounts;
    private final ChainCheck check;
    private final Exports exports;
    private final Stamp stamp;

    AuditLog(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Accounts accounts,
            ChainCheck check,
            Exports exports,
            Stamp stamp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.accounts = accounts;
        this.check = check;
        this.exports = exports;
        this.stamp = stamp;
    }

    /** What a new row needs: when, which id, and who hears of it. */
    @org.springframework.stereotype.Component
    record Stamp(InstantSource clock, Ids ids, ApplicationEventPublisher events) {}

    /**
     * Which entries.
     *
     * @param type simple name of the event
     * @param from not before
     * @param until before
     * @param before entries with a smaller number, for turning pages
     */
    public record Filter(
            Optional<String> type, Optional<Instant> from, Optional<Instant> until, Optional<Long> before) {
        /** All of them. */
        public static Filter none() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A page of entries, newest first.
     *
     * @param about whom an entry tells about, by its number; whoever tells about nobody is not in it
     * @param more whether older ones follow
     */
    public record Page(List<Entry> entries, Map<Long, UUID> about, boolean more) {}

    /** What the last check found, and when. */
    public record Checked(Instant at, Verification found) {}

    /** How much is known of a person. */
    public record PersonSummary(long entries, boolean erased, Optional<String> name) {}

    /** Checks the whole chain and keeps what was found. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        requireAdministrator();
        Verification found = check.check(Acting.organisation());
        long seq = switch (found) {
            case Verification.Verified verified -> verified.count();
            case Verification.Broken broken -> broken.seq();
        };
        jdbc.sql("""
            insert into audit.verification (id, organisation_id, at, by, seq, broken)
            values (:id, :organisation, :at, :by, :seq, :broken)
            """)
                .param("id", stamp.ids().next())
                .param("organisation", Acting.organisation())
                .param("at", stamp.clock().instant().atOffset(ZoneOffset.UTC))
                .param("by", Acting.person().id())
                .param("seq", seq)
                .param(
                        "broken",
                        found instanceof Verification.Broken broken
                                ? broken.why().name()
                                : null)
                .update();
        return found;
    }

    /** What the last check found. */
    @Transactional(readOnly = true)
    public Optional<Checked> lastCheck() {
        requireAdministrator();
        return jdbc.sql("""
            select v.at, v.seq, v.broken, e.hash
            from audit.verification v
            left join audit.entry e on e.organisation_id = v.organisation_id and e.seq = v.seq
            where v.organisation_id = ? order by v.at desc, v.id desc limit 1
            """)
                .param(Acting.organisation())
                .query((row, number) -> {
                    long seq = row.getLong("seq");
                    String broken = row.getString("broken");
                    byte[] hash = row.getBytes("hash");
                    Head head = new Head(seq, HexFormat.of().formatHex(hash == null ? Chain.beginning() : hash));
                    Verification found = broken == null
                            ? new Verification.Verified(seq, head)
                            : new Verification.Broken(seq, Verification.Why.valueOf(broken));
                    return new Checked(row.getObject("at", OffsetDateTime.class).toInstant(), found);
                })
                .optional();
    }

    /** Where the chain ends now. */
    @Transactional(readOnly = true)
    public Head head() {
        requireAdministrator();
        return jdbc.sql("select seq, hash from audit.head where organisation_id = ?")
                .param(Acting.organisation())
                .query((row, number) ->
                        new Head(row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional()
                .orElseGet(() -> new Head(0, HexFormat.of().formatHex(Chain.beginning())));
    }

    /** Whether the chain holds an entry of that number and hash, such as those of a head that was printed once. */
    @Transactional(readOnly = true)
    public boolean holds(Head printed) {
        requireAdministrator();
        return jdbc.sql("select encode(hash, 'hex') from audit.entry where organisation_id = ? and seq = ?")
                .params(Acting.organisation(), printed.seq())
                .query((row, number) -> row.getString(1))
                .optional()
                .filter(hash -> hash.equalsIgnoreCase(printed.hash().strip()))
                .isPresent();
    }

    /** Entries, newest first. */
    @Transactional(readOnly = true)
    public Page entries(Filter filter) {
        requireAdministrator();
        List<Entry> found = jdbc.sql("""
            select * from audit.entry
            where organisation_id = :organisation
              and (cast(:type as text) is null or type = :type)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:until as timestamptz) is null or at < :until)
              and seq < :before
            order by seq desc limit :most
            """)
                .param("organisation", Acting.organisation())
                .param("type", filter.type().orElse(null))
                .param(
                        "from",
                        filter.from().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param(
                        "until",
                        filter.until().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("before", filter.before().orElse(Long.MAX_VALUE))
                .param("most", PAGE + 1)
                .query(Payloads::entry)
                .list();
        List<Entry> page = List.copyOf(found.subList(0, Math.min(PAGE, found.size())));
        return new Page(page, exports.about(page), found.size() > PAGE);
    }

    /** The types that occur, by name. */
    @Transactional(readOnly = true)
    public List<String> types() {
        requireAdministrator();
        return jdbc.sql("""
            with recursive known as (
              (select type from audit.entry where organisation_id = :organisation order by type limit 1)
              union all
              select (select e.type from audit.entry e
                      where e.organisation_id = :organisation and e.type > known.type order by e.type limit 1)
              from known where known.type is not null)
            select type from known where type is not null
            """)
                .param("organisation", Acting.organisation())
                .query((row, number) -> row.getString("type"))
                .list();
    }

    /**
     * Writes every entry with its digests and what it tells, one JSON object a line; see {@link Exports}. That it was
     * taken is logged before the first byte is written.
     */
    public void export(OutputStream output, String reason) {
        requireAdministrator();
        publish(new LogExported(Acting.organisation(), reason(reason)));
        transactions.executeWithoutResult(status -> exports.log(output));
    }

    /** How much is known of a person. */
    @Transactional(readOnly = true)
    public PersonSummary person(UUID person) {
        requireAdministrator();
        return exports.summary(person);
    }

    /** Writes everything that the log tells about a person, without others' names; see {@link PersonFile}. */
    public void personFile(UUID person, String reason, OutputStream output) {
        requireAdministrator();
        if (exports.withheld().contains(person)) {
            throw Refusal.conflict("audit.person.withheld");
        }
        publish(new FileExported(person, reason(reason)));
        transactions.executeWithoutResult(status -> exports.file(person, output));
    }

    /**
     * Destroys everything that the log tells about a person, for good; other modules that hold something about them do
     * the same. The entries stay, and the chain still verifies.
     *
     * @param reason must not name the person, because it stays
     */
    @Transactional
    public void erase(UUID person, String reason) {
        requireAdministrator();
        String why = reason(reason);
        if (accounts.find(person).filter(Account::active).isPresent()) {
            throw Refusal.conflict("audit.person.active");
        }
        PersonSummary known = exports.summary(person);
        if (known.erased()) {
            throw Refusal.gone("audit.person.erased-already");
        }
        if (known.entries() == 0) {
            throw Refusal.missing("audit.person.unknown");
        }
        stamp.events().publishEvent(new PersonErased(person, why));
    }

    private void publish(Object event) {
        transactions.executeWithoutResult(status -> stamp.events().publishEvent(event));
    }

    private static String reason(String reason) {
        String why = Entered.required("Reason", reason, MOST_REASON);
        if (why.length() < LEAST_REASON) {
            throw Refusal.invalid("audit.reason-too-short", LEAST_REASON);
        }
        return why;
    }

    private static void requireAdministrator() {
        Person person = Acting.person();
        if (!person.is(Role.ADMINISTRATOR) && !person.id().equals(Person.SYSTEM)) {
            throw Refusal.forbidden("access.forbidden");
        }
    }
}
