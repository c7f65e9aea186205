package touchstone.platform.audit;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Erasure;
import touchstone.platform.shared.Person;

/** Events to record, and the hands of somebody who owns the database. */
abstract class AuditFixture extends PlatformTest {

    /** Somebody said something, perhaps about somebody. */
    record Said(UUID entity, Optional<UUID> about, String text) implements AuditableEvent {}

    /** A person whom another module erased. */
    record StrangerErased(UUID entity) implements Erasure {}

    @Autowired
    AuditLog log;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    private Environment environment;

    /** The application itself in a new organisation, whose log is empty. */
    static Person somewhere() {
        return Person.system(UUID.randomUUID());
    }

    /** Publishes all of them in one transaction. */
    void happens(Person actor, AuditableEvent... happened) {
        as(actor, () -> {
            transactions.executeWithoutResult(status -> {
                for (AuditableEvent one : happened) {
                    events.publishEvent(one);
                }
            });
            return true;
        });
    }

    static Said said(UUID about, String text) {
        return new Said(UUID.randomUUID(), Optional.of(about), text);
    }

    Verification verify(Person actor) {
        return as(actor, log::verify);
    }

    long count(Person actor, String table) {
        return requireNonNull(as(
                actor,
                () -> transactions.execute(status -> jdbc.sql("select count(*) from " + table)
                        .query((row, number) -> row.getLong(1))
                        .single())));
    }

    /** Does it as the owner of the tables, whom no right stops. Tells how many rows it changed. */
    int tamper(Person where, String sql) {
        String url = requireNonNull(environment.getProperty("touchstone.database-url"));
        try (Connection owner = DriverManager.getConnection(url);
                Statement statement = owner.createStatement()) {
            statement.execute("select set_config('touchstone.organisation', '" + where.organisation() + "', false)");
            return statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
