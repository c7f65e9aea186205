package touchstone.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.shared.Person;

/** Entries with what they tell, in the order of the chain, a stretch at a time. */
@Component
final class Payloads {

    static final int STRETCH = 1000;

    private static final String SELECT = """
        select e.seq, e.at, e.actor, e.type, e.entity, e.payload_digest, e.previous, e.hash,
               p.seq is not null as kept, p.about, p.salt, p.nonce, p.ciphertext
        from audit.entry e
        left join audit.payload p on p.organisation_id = e.organisation_id and p.seq = e.seq
        where e.organisation_id = :organisation and e.seq > :after
        """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Payloads(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** An entry and the row of its payload. */
    record Told(Entry entry, boolean kept, Optional<UUID> about, Optional<Sealed> sealed) {
        UUID person() {
            return about.orElse(Person.SYSTEM);
        }
    }

    /** A payload as it is stored. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(byte[] salt, Vault.Sealed text) {}

    /** The next entries after that one. */
    List<Told> after(UUID organisation, long seq) {
        return jdbc.sql(SELECT + "order by e.seq limit " + STRETCH)
                .param("organisation", organisation)
                .param("after", seq)
                .query(Payloads::told)
                .list();
    }

    /** The next entries after that one that tell about a person. */
    List<Told> after(UUID organisation, long seq, UUID person) {
        return jdbc.sql(SELECT + "and p.about = :person order by e.seq limit " + STRETCH)
                .param("organisation", organisation)
                .param("after", seq)
                .param("person", person)
                .query(Payloads::told)
                .list();
    }

    /** What an entry tells; none when it was erased, or does not fit. */
    Optional<byte[]> open(UUID organisation, Told told, Map<UUID, PersonKeys.State> keys) {
        if (told.sealed().isEmpty() || !(keys.get(told.person()) instanceof PersonKeys.State.Usable usable)) {
            return Optional.empty();
        }
        Sealed sealed = told.sealed().get();
        return vault.open(
                        usable.key(),
                        sealed.text(),
                        new Vault.Place(
                                organisation, told.person(), told.entry().seq()))
                .filter(payload -> java.security.MessageDigest.isEqual(
                        Chain.payloadDigest(sealed.salt(), payload),
                        told.entry().payloadDigest()));
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Entry.What(
                        row.getObject("actor", UUID.class), row.getString("type"), row.getObject("entity", UUID.class)),
                row.getBytes("payload_digest"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        byte[] salt = row.getBytes("salt");
        byte[] nonce = row.getBytes("nonce");
        byte[] ciphertext = row.getBytes("ciphertext");
        Optional<Sealed> sealed = salt == null || nonce == null || ciphertext == null
                ? Optional.empty()
                : Optional.of(new Sealed(salt, new Vault.Sealed(nonce, ciphertext)));
        return new Told(
                entry(row, number),
                row.getBoolean("kept"),
                Optional.ofNullable(row.getObject("about", UUID.class)),
                sealed);
    }
}
