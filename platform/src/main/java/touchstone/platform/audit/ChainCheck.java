package touchstone.platform.audit;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.audit.Payloads.Told;
import touchstone.platform.audit.Verification.Broken;
import touchstone.platform.audit.Verification.Verified;
import touchstone.platform.audit.Verification.Why;

/** Computes an organisation's chain again, from its first entry to its head, and opens every payload. */
@Component
final class ChainCheck {

    /** How the name of every erasure ends. */
    static final String ERASED = "Erased";

    private final JdbcClient jdbc;
    private final Payloads payloads;
    private final PersonKeys keys;

    ChainCheck(JdbcClient jdbc, Payloads payloads, PersonKeys keys) {
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.keys = keys;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Link(long seq, byte[] hash) {}

    /** In one transaction that sees one state of the database. */
    Verification check(UUID organisation) {
        Map<UUID, PersonKeys.State> known = keys.all(organisation);
        Link last = new Link(0, Chain.beginning());
        List<Told> stretch = payloads.after(organisation, 0);
        while (!stretch.isEmpty()) {
            for (Told told : stretch) {
                Optional<Why> wrong = wrong(organisation, told, last, known);
                if (wrong.isPresent()) {
                    return new Broken(last.seq() + 1, wrong.get());
                }
                last = new Link(told.entry().seq(), told.entry().hash());
            }
            stretch = payloads.after(organisation, last.seq());
        }
        Link end = last;
        return head(organisation, end)
                .or(() -> tooMany(organisation))
                .or(() -> unproven(organisation))
                .orElseGet(() -> new Verified(
                        end.seq(), new Head(end.seq(), HexFormat.of().formatHex(end.hash()))));
    }

    private Optional<Why> wrong(UUID organisation, Told told, Link last, Map<UUID, PersonKeys.State> known) {
        Entry entry = told.entry();
        if (entry.seq() != last.seq() + 1) {
            return Optional.of(Why.GAP);
        }
        if (!MessageDigest.isEqual(entry.previous(), last.hash())) {
            return Optional.of(Why.NOT_LINKED);
        }
        if (!MessageDigest.isEqual(entry.hash(), Chain.hash(organisation, entry))) {
            return Optional.of(Why.CHANGED);
        }
        if (told.kept() && told.sealed().isEmpty()) {
            boolean erased = known.get(told.person()) instanceof PersonKeys.State.Erased;
            return erased ? Optional.empty() : Optional.of(Why.PAYLOAD_MISSING);
        }
        if (!told.kept()) {
            return Optional.of(Why.PAYLOAD_MISSING);
        }
        return payloads.open(organisation, told, known).isPresent()
                ? Optional.empty()
                : Optional.of(Why.PAYLOAD_CHANGED);
    }

    private Optional<Verification> head(UUID organisation, Link end) {
        Optional<Link> head = jdbc.sql("select seq, hash from audit.head where organisation_id = ?")
                .param(organisation)
                .query((row, number) -> new Link(row.getLong("seq"), row.getBytes("hash")))
                .optional();
        Link stored = head.orElseGet(() -> new Link(0, Chain.beginning()));
        if (stored.seq() > end.seq()) {
            return Optional.of(new Broken(end.seq() + 1, Why.GAP));
        }
        boolean same = stored.seq() == end.seq() && MessageDigest.isEqual(stored.hash(), end.hash());
        return same ? Optional.empty() : Optional.of(new Broken(end.seq(), Why.HEAD));
    }

    private Optional<Verification> tooMany(UUID organisation) {
        return jdbc.sql("""
            select p.seq from audit.payload p
            where p.organisation_id = :organisation and not exists (
              select from audit.entry e where e.organisation_id = p.organisation_id and e.seq = p.seq)
            order by p.seq limit 1
            """)
                .param("organisation", organisation)
                .query((row, number) -> (Verification) new Broken(row.getLong("seq"), Why.PAYLOAD_TOO_MANY))
                .optional();
    }

    private Optional<Verification> unproven(UUID organisation) {
        return jdbc.sql("""
            select k.erased_seq from audit.person_key k
            where k.organisation_id = :organisation and k.erased_seq is not null and not exists (
              select from audit.entry e
              where e.organisation_id = k.organisation_id and e.seq = k.erased_seq and e.entity = k.person
                and e.type like :erased)
            order by k.erased_seq limit 1
            """)
                .param("organisation", organisation)
                .param("erased", "%" + ERASED)
                .query((row, number) -> (Verification) new Broken(row.getLong("erased_seq"), Why.ERASURE_UNPROVEN))
                .optional();
    }
}
