package touchstone.platform.debrief;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import touchstone.catalogue.content.Level;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Decisions as the database keeps them. */
@Component
class DecisionRows {

    private record Row(UUID application, Decision decision) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Accounts accounts;

    DecisionRows(JdbcClient jdbc, JsonMapper json, Accounts accounts) {
        this.jdbc = jdbc;
        this.json = json;
        this.accounts = accounts;
    }

    /** @throws Refusal when another decision has the number */
    void put(UUID application, Decision decision) {
        try {
            jdbc.sql("""
                insert into debrief.decision (id, organisation_id, application_id, number, outcome, level, reasons,
                    against, numbers, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
                """)
                    .params(decision.id(), Acting.organisation(), application, decision.number())
                    .params(decision.outcome().name(), decision.level().id())
                    .params(decision.words().reasons(), decision.words().against())
                    .params(json.writeValueAsString(decision.numbers()))
                    .params(decision.maker().account(), decision.maker().at().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException other) {
            throw Refusal.conflict("debrief.decision.changed");
        }
    }

    /** All of an application, the first one first. */
    List<Decision> of(UUID application) {
        return read("application_id", application).stream().map(Row::decision).toList();
    }

    /** The application that a decision is about. */
    Optional<UUID> application(UUID decision) {
        return read("id", decision).stream().findFirst().map(Row::application);
    }

    Optional<Decision> last(UUID application) {
        List<Decision> all = of(application);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private List<Row> read(String column, UUID value) {
        List<Row> rows = jdbc.sql("""
            select id, application_id, number, outcome, level, reasons, against, numbers, decided_by, decided_at
            from debrief.decision where organisation_id = ? and %s = ? order by number
            """.formatted(column))
                .params(Acting.organisation(), value)
                .query((row, number) -> new Row(
                        row.getObject("application_id", UUID.class),
                        new Decision(
                                row.getObject("id", UUID.class),
                                row.getInt("number"),
                                Decision.Outcome.valueOf(row.getString("outcome")),
                                Level.of(row.getString("level")),
                                new Decision.Words(row.getString("reasons"), row.getString("against")),
                                json.readValue(row.getString("numbers"), Numbers.class),
                                maker(
                                        row.getObject("decided_by", UUID.class),
                                        row.getObject("decided_at", OffsetDateTime.class)
                                                .toInstant()))))
                .list();
        Map<UUID, String> names = accounts.names(rows.stream()
                .map(row -> row.decision().maker().account())
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new Row(row.application(), named(row.decision(), names)))
                .toList();
    }

    private static Decision.Maker maker(UUID account, Instant at) {
        return new Decision.Maker(account, "–", at);
    }

    private static Decision named(Decision decision, Map<UUID, String> names) {
        Decision.Maker maker = decision.maker();
        return new Decision(
                decision.id(),
                decision.number(),
                decision.outcome(),
                decision.level(),
                decision.words(),
                decision.numbers(),
                new Decision.Maker(maker.account(), names.getOrDefault(maker.account(), maker.name()), maker.at()));
    }
}
