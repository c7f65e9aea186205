package touchstone.platform.identity;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;

/** The organisations of this installation; usually one. */
@Service
public class Organisations {

    private static final int MOST_NAME = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Organisations(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Makes an organisation without people, in a transaction of its own. Nobody needs to act. */
    public UUID create(String name) {
        UUID id = ids.next();
        Acting.run(Person.system(id), () -> transactions.executeWithoutResult(status -> create(id, name)));
        return id;
    }

    /** Makes the organisation of the person who acts, in the transaction that is open. */
    public void create(UUID id, String name) {
        String stripped = Entered.required("Organisation", name, MOST_NAME);
        jdbc.sql("insert into identity.organisation (id, name, created_at) values (?, ?, ?)")
                .params(id, stripped, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new OrganisationCreated(id, stripped));
    }

    /** All of them, oldest first. */
    public List<UUID> all() {
        return jdbc.sql("select id from identity.organisation order by created_at, id")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /**
     * What it is called.
     *
     * @throws Refusal when there is none of that id
     */
    public String name(UUID id) {
        return jdbc.sql("select name from identity.organisation where id = ?")
                .param(id)
                .query((row, number) -> row.getString("name"))
                .optional()
                .orElseThrow(() -> Refusal.missing("identity.organisation.missing"));
    }
}
