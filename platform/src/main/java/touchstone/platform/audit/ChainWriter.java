package touchstone.platform.audit;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.shared.Person;

/** Adds entries to the end of an organisation's chain, in the transaction that is open. */
@Component
final class ChainWriter {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PersonKeys keys;

    ChainWriter(JdbcClient jdbc, Vault vault, PersonKeys keys) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.keys = keys;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record End(long seq, byte[] hash) {}

    /** Adds what happened, in its order. All of it happened in one organisation. */
    void append(List<Happened> happened) {
        if (happened.isEmpty()) {
            return;
        }
        UUID organisation = happened.getFirst().organisation();
        End end = lock(organisation);
        Map<UUID, Optional<byte[]>> opened = new HashMap<>();
        for (Happened one : happened) {
            if (!one.organisation().equals(organisation)) {
                throw new IllegalStateException("one transaction belongs to one organisation");
            }
            end = append(one, end, opened);
            if (one.erases()) {
                erase(organisation, one.what().entity(), end.seq());
                opened.remove(one.what().entity());
            }
        }
        jdbc.sql("update audit.head set seq = ?, hash = ? where organisation_id = ?")
                .params(end.seq(), end.hash(), organisation)
                .update();
    }

    private End append(Happened one, End end, Map<UUID, Optional<byte[]>> opened) {
        byte[] salt = vault.salt();
        Entry open = new Entry(
                end.seq() + 1, one.at(), one.what(), Chain.payloadDigest(salt, one.payload()), end.hash(), new byte[0]);
        byte[] hash = Chain.hash(one.organisation(), open);
        jdbc.sql("""
            insert into audit.entry
              (organisation_id, seq, at, actor, type, entity, payload_digest, previous, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        one.organisation(),
                        open.seq(),
                        open.at().atOffset(ZoneOffset.UTC),
                        open.what().actor(),
                        open.what().type(),
                        open.what().entity(),
                        open.payloadDigest(),
                        open.previous(),
                        hash)
                .update();
        keep(one, open.seq(), salt, opened);
        return new End(open.seq(), hash);
    }

    /** Of somebody who was erased, nothing is kept any more but the digest, whose salt is thrown away. */
    private void keep(Happened one, long seq, byte[] salt, Map<UUID, Optional<byte[]>> opened) {
        UUID person = one.about().orElse(Person.SYSTEM);
        Optional<byte[]> key = opened.computeIfAbsent(person, who -> keys.ofOrNew(one.organisation(), who));
        Optional<Vault.Sealed> sealed =
                key.map(known -> vault.seal(known, one.payload(), new Vault.Place(one.organisation(), person, seq)));
        jdbc.sql("""
            insert into audit.payload (organisation_id, seq, about, salt, nonce, ciphertext)
            values (:organisation, :seq, :about, :salt, :nonce, :ciphertext)
            """)
                .param("organisation", one.organisation())
                .param("seq", seq)
                .param("about", one.about().orElse(null))
                .param("salt", sealed.map(kept -> salt).orElse(null))
                .param("nonce", sealed.map(Vault.Sealed::nonce).orElse(null))
                .param("ciphertext", sealed.map(Vault.Sealed::ciphertext).orElse(null))
                .update();
    }

    private void erase(UUID organisation, UUID person, long seq) {
        keys.destroy(organisation, person, seq);
        jdbc.sql("""
            update audit.payload set salt = null, nonce = null, ciphertext = null
            where organisation_id = ? and about = ?
            """).params(organisation, person).update();
    }

    /** The end of the chain; nobody else adds to it until the transaction ends. */
    private End lock(UUID organisation) {
        return locked(organisation).orElseGet(() -> {
            jdbc.sql("insert into audit.head (organisation_id, seq, hash) values (?, 0, ?) on conflict do nothing")
                    .params(organisation, Chain.beginning())
                    .update();
            return locked(organisation).orElseThrow(() -> new IllegalStateException("the chain has no head"));
        });
    }

    private Optional<End> locked(UUID organisation) {
        return jdbc.sql("select seq, hash from audit.head where organisation_id = ? for update")
                .param(organisation)
                .query((row, number) -> new End(row.getLong("seq"), row.getBytes("hash")))
                .optional();
    }
}
