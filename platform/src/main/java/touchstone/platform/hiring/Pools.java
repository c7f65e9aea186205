package touchstone.platform.hiring;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.PlanStage.Pool;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Who interviews: the members of each pool, whether they are trained, and how much they can take. */
@Service
@Transactional
public class Pools {

    private static final int MOST_A_WEEK = 40;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Pools(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    /** Whether somebody may interview alone. */
    public enum Training {
        /** Sits in and rates for practice. */
        SHADOW,
        APPROVED
    }

    /**
     * Somebody of a pool.
     *
     * @param mostAWeek interviews that this person can take in a week, 1 to 40
     */
    public record Member(UUID account, String name, Training training, int mostAWeek) {}

    /** Active members, by name. */
    @Transactional(readOnly = true)
    public List<Member> members(Pool pool) {
        Map<UUID, Account> known = accounts.all().stream()
                .filter(Account::active)
                .collect(java.util.stream.Collectors.toMap(Account::id, account -> account));
        return jdbc
                .sql("select account_id, training, most_a_week from hiring.pool_member where organisation_id = ?"
                        + " and pool = ?")
                .params(Acting.organisation(), pool.toString())
                .query((row, number) -> new Member(
                        row.getObject("account_id", UUID.class),
                        "",
                        Training.valueOf(row.getString("training")),
                        row.getInt("most_a_week")))
                .list()
                .stream()
                .filter(member -> known.containsKey(member.account()))
                .map(member -> new Member(
                        member.account(),
                        java.util.Objects.requireNonNull(known.get(member.account()))
                                .name(),
                        member.training(),
                        member.mostAWeek()))
                .sorted(java.util.Comparator.comparing(Member::name).thenComparing(Member::account))
                .toList();
    }

    /** Puts somebody into a pool, or changes how they are in it. */
    public void put(Pool pool, UUID account, Training training, int mostAWeek) {
        Rights.requireStaff();
        if (mostAWeek < 1 || mostAWeek > MOST_A_WEEK) {
            throw Refusal.invalid("hiring.pool.load", MOST_A_WEEK);
        }
        if (accounts.find(account).isEmpty()) {
            throw Refusal.missing("hiring.pool.nobody");
        }
        jdbc.sql("""
            insert into hiring.pool_member (organisation_id, pool, account_id, training, most_a_week)
            values (?, ?, ?, ?, ?)
            on conflict (organisation_id, pool, account_id)
            do update set training = excluded.training, most_a_week = excluded.most_a_week
            """)
                .params(Acting.organisation(), pool.toString(), account, training.name(), mostAWeek)
                .update();
        events.publishEvent(new OpeningEvent.PoolChanged(account, pool.toString(), training.name(), mostAWeek));
    }

    /** Takes somebody out of a pool; interviews that are arranged stay. */
    public void remove(Pool pool, UUID account) {
        Rights.requireStaff();
        jdbc.sql("delete from hiring.pool_member where organisation_id = ? and pool = ? and account_id = ?")
                .params(Acting.organisation(), pool.toString(), account)
                .update();
        events.publishEvent(new OpeningEvent.PoolChanged(account, pool.toString(), "REMOVED", 0));
    }
}
