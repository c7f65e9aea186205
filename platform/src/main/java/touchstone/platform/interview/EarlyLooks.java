package touchstone.platform.interview;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Ids;

/** Keeps who opened ratings before they were due. */
@Component
final class EarlyLooks {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Accounts accounts;

    EarlyLooks(JdbcClient jdbc, Ids ids, InstantSource clock, Accounts accounts) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.accounts = accounts;
    }

    boolean has(UUID application) {
        return has(application, Acting.person().id());
    }

    boolean has(UUID application, UUID account) {
        return jdbc.sql("""
            select exists (select from interview.early_look
                           where organisation_id = ? and application_id = ? and account_id = ?)
            """)
                .params(Acting.organisation(), application, account)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    void put(UUID application, String reason) {
        jdbc.sql("""
            insert into interview.early_look (id, organisation_id, application_id, account_id, reason, at)
            values (?, ?, ?, ?, ?, ?)
            """)
                .params(
                        ids.next(),
                        Acting.organisation(),
                        application,
                        Acting.person().id(),
                        reason)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<EarlyLook> of(UUID application) {
        List<EarlyLook> looks = jdbc.sql("""
            select account_id, reason, at from interview.early_look
            where organisation_id = ? and application_id = ? order by at, id
            """)
                .params(Acting.organisation(), application)
                .query((row, number) -> new EarlyLook(
                        row.getObject("account_id", UUID.class),
                        "",
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
        Map<UUID, String> names =
                accounts.names(looks.stream().map(EarlyLook::account).toList());
        return looks.stream()
                .map(look ->
                        new EarlyLook(look.account(), names.getOrDefault(look.account(), ""), look.reason(), look.at()))
                .toList();
    }
}
