package touchstone.platform.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.platform.audit.Payloads.Told;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Withholding;

/**
 * Takes the log, or one person's part of it, out of the database.
 *
 * <p>The log: the first line names the organisation; each further line is one entry with all that {@link Chain} needs to
 * compute its hash again. {@code payload} is the text whose digest is meant, {@code salt} what stands before it; both are
 * null when they were erased, and for whoever still has to rate the person whom they tell about.
 */
@Component
final class Exports {

    private final JdbcClient jdbc;
    private final Payloads payloads;
    private final PersonKeys keys;
    private final Accounts accounts;
    private final JsonMapper json;
    private final List<Withholding> withholdings;
    private final InstantSource clock;

    Exports(
            JdbcClient jdbc,
            Payloads payloads,
            PersonKeys keys,
            Accounts accounts,
            JsonMapper json,
            List<Withholding> withholdings,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.keys = keys;
        this.accounts = accounts;
        this.json = json;
        this.withholdings = List.copyOf(withholdings);
        this.clock = clock;
    }

    void log(OutputStream output) {
        UUID organisation = Acting.organisation();
        Map<UUID, PersonKeys.State> known = keys.all(organisation);
        withheld().forEach(known::remove);
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("form", "touchstone-audit-1");
        first.put("organisation", organisation);
        first.put("exportedAt", clock.instant());
        line(output, first);
        long last = 0;
        List<Told> stretch = payloads.after(organisation, last);
        while (!stretch.isEmpty()) {
            for (Told told : stretch) {
                line(output, line(organisation, told, known));
                last = told.entry().seq();
            }
            stretch = payloads.after(organisation, last);
        }
    }

    /** People about whom the person who acts must learn nothing more for now. */
    Set<UUID> withheld() {
        return withholdings.stream()
                .flatMap(withholding -> withholding.people().stream())
                .collect(Collectors.toSet());
    }

    private Map<String, @Nullable Object> line(UUID organisation, Told told, Map<UUID, PersonKeys.State> known) {
        Entry entry = told.entry();
        Optional<byte[]> payload = payloads.open(organisation, told, known);
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("seq", entry.seq());
        line.put("at", entry.at());
        line.put("actor", entry.what().actor());
        line.put("type", entry.what().type());
        line.put("entity", entry.what().entity());
        line.put("payloadDigest", entry.digestText());
        line.put("previous", entry.previousText());
        line.put("hash", entry.hashText());
        line.put("about", told.about().orElse(null));
        line.put(
                "salt",
                payload.flatMap(_ -> told.sealed())
                        .map(one -> HexFormat.of().formatHex(one.salt()))
                        .orElse(null));
        line.put(
                "payload",
                payload.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null));
        return line;
    }

    void file(UUID person, OutputStream output) {
        List<Told> told = about(person);
        Map<UUID, PersonKeys.State> known = keys.all(Acting.organisation());
        Redaction redaction = new Redaction(
                person, others(person), ownName(person, told, known).orElse(""));
        List<PersonFile.Item> items = told.stream()
                .map(one -> new PersonFile.Item(
                        one.entry().seq(),
                        one.entry().at(),
                        one.entry().what().type(),
                        redaction.actor(one.entry().what().actor()),
                        payloads.open(Acting.organisation(), one, known)
                                .map(bytes -> redaction.of(json.readTree(bytes)))))
                .toList();
        write(
                output,
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(new PersonFile(person, clock.instant(), items)));
    }

    Map<Long, UUID> about(List<Entry> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<Long, UUID> about = new LinkedHashMap<>();
        jdbc.sql("""
            select seq, about from audit.payload
            where organisation_id = :organisation and about is not null and seq in (:numbers)
            """)
                .param("organisation", Acting.organisation())
                .param("numbers", entries.stream().map(Entry::seq).toList())
                .query(row -> {
                    about.put(row.getLong("seq"), row.getObject("about", UUID.class));
                });
        return about;
    }

    AuditLog.PersonSummary summary(UUID person) {
        UUID organisation = Acting.organisation();
        boolean erased = keys.find(organisation, person)
                .filter(PersonKeys.State.Erased.class::isInstance)
                .isPresent();
        long entries = jdbc.sql("select count(*) from audit.payload where organisation_id = ? and about = ?")
                .params(organisation, person)
                .query((row, number) -> row.getLong(1))
                .single();
        Optional<String> name = accounts.find(person)
                .map(Account::name)
                .or(() -> ownName(person, about(person), keys.all(organisation)));
        return new AuditLog.PersonSummary(entries, erased, name);
    }

    /** The name in the newest payload whose entity is the person. */
    private Optional<String> ownName(UUID person, List<Told> told, Map<UUID, PersonKeys.State> known) {
        return told.reversed().stream()
                .filter(one -> one.entry().what().entity().equals(person))
                .flatMap(one -> payloads.open(Acting.organisation(), one, known).stream())
                .map(bytes -> json.readTree(bytes).path("name"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
    }

    private List<Told> about(UUID person) {
        if (person.equals(Person.SYSTEM)) {
            return List.of();
        }
        List<Told> all = new ArrayList<>();
        List<Told> stretch = payloads.after(Acting.organisation(), 0, person);
        while (!stretch.isEmpty()) {
            all.addAll(stretch);
            stretch =
                    payloads.after(Acting.organisation(), all.getLast().entry().seq(), person);
        }
        return all;
    }

    private List<Account> others(UUID person) {
        return accounts.all().stream()
                .filter(account -> !account.id().equals(person))
                .toList();
    }

    private void line(OutputStream output, Map<String, ? extends @Nullable Object> line) {
        write(output, json.writeValueAsBytes(line));
        write(output, new byte[] {'\n'});
    }

    private static void write(OutputStream output, byte[] bytes) {
        try {
            output.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
