package touchstone.platform.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of people's payloads. A destroyed key is never made again. */
@Component
final class PersonKeys {

    private final JdbcClient jdbc;
    private final Vault vault;

    PersonKeys(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What is known of a person's key. */
    sealed interface State {
        /** It opens payloads. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Usable(byte[] key) implements State {}

        /** It was changed, or the installation has another secret. */
        record Unusable() implements State {}

        /** It was destroyed; the entry says so. */
        record Erased(long seq) implements State {}
    }

    /**
     * The key of a person, made on first use; none when the person was erased.
     *
     * @throws IllegalStateException when the installation's secret does not open it
     */
    Optional<byte[]> ofOrNew(UUID organisation, UUID person) {
        Optional<State> known = find(organisation, person);
        if (known.isEmpty()) {
            byte[] key = vault.newKey();
            jdbc.sql("insert into audit.person_key (organisation_id, person, wrapped) values (?, ?, ?)")
                    .params(organisation, person, vault.wrap(key, organisation, person))
                    .update();
            return Optional.of(key);
        }
        return switch (known.get()) {
            case State.Usable usable -> Optional.of(usable.key());
            case State.Erased erased -> Optional.empty();
            case State.Unusable unusable ->
                throw new IllegalStateException("secrets/audit in the data folder does not belong to this database");
        };
    }

    Optional<State> find(UUID organisation, UUID person) {
        return jdbc.sql("select wrapped, erased_seq from audit.person_key where organisation_id = ? and person = ?")
                .params(organisation, person)
                .query((row, number) -> state(organisation, person, row.getBytes("wrapped"), row.getLong("erased_seq")))
                .optional();
    }

    /** Every key of the organisation. */
    Map<UUID, State> all(UUID organisation) {
        Map<UUID, State> all = new HashMap<>();
        jdbc.sql("select person, wrapped, erased_seq from audit.person_key where organisation_id = ?")
                .param(organisation)
                .query(row -> {
                    UUID person = row.getObject("person", UUID.class);
                    all.put(person, state(organisation, person, row.getBytes("wrapped"), row.getLong("erased_seq")));
                });
        return all;
    }

    /** Destroys a person's key for good. */
    void destroy(UUID organisation, UUID person, long seq) {
        jdbc.sql("""
            insert into audit.person_key (organisation_id, person, erased_seq) values (?, ?, ?)
            on conflict (organisation_id, person) do update
            set wrapped = null, erased_seq = coalesce(person_key.erased_seq, excluded.erased_seq)
            """).params(organisation, person, seq).update();
    }

    private State state(UUID organisation, UUID person, byte @Nullable [] wrapped, long erasedSeq) {
        if (wrapped == null) {
            return new State.Erased(erasedSeq);
        }
        return vault.unwrap(wrapped, organisation, person)
                .<State>map(State.Usable::new)
                .orElseGet(State.Unusable::new);
    }
}
