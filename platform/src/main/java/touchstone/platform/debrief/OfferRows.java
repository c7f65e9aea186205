package touchstone.platform.debrief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Offers and approvals as the database keeps them. */
@Component
class OfferRows {

    private record Asked(UUID account, Optional<Offer.Given> given) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;

    OfferRows(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    Optional<Offer> find(UUID application) {
        return jdbc.sql("""
            select id, terms, state, made_at, sent_at, answered_at, answer, version from debrief.offer
            where organisation_id = ? and application_id = ?
            """)
                .params(Acting.organisation(), application)
                .query((row, number) -> offer(row))
                .optional()
                .map(this::withApprovals);
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getString("terms"),
                Offer.State.valueOf(row.getString("state")),
                List.of(),
                new Offer.Times(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        time(row, "sent_at"),
                        time(row, "answered_at")),
                row.getString("answer"),
                row.getInt("version"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private Offer withApprovals(Offer offer) {
        List<Asked> asked = jdbc.sql("""
            select account_id, approved, reason, at from debrief.approval
            where organisation_id = ? and offer_id = ? order by account_id
            """)
                .params(Acting.organisation(), offer.id())
                .query((row, number) -> {
                    boolean approved = row.getBoolean("approved");
                    String reason = row.getString("reason");
                    return new Asked(
                            row.getObject("account_id", UUID.class),
                            time(row, "at").map(at -> new Offer.Given(approved, reason, at)));
                })
                .list();
        Map<UUID, String> names =
                accounts.names(asked.stream().map(Asked::account).toList());
        List<Offer.Approval> approvals = asked.stream()
                .map(one -> new Offer.Approval(one.account(), names.getOrDefault(one.account(), "–"), one.given()))
                .sorted(java.util.Comparator.comparing(Offer.Approval::name))
                .toList();
        return new Offer(
                offer.id(), offer.terms(), offer.state(), approvals, offer.times(), offer.answer(), offer.version());
    }

    void add(UUID id, UUID application, String terms, Instant at) {
        jdbc.sql("""
            insert into debrief.offer (id, organisation_id, application_id, terms, state, made_by, made_at)
            values (?, ?, ?, ?, 'DRAFT', ?, ?)
            """)
                .params(
                        id,
                        Acting.organisation(),
                        application,
                        terms,
                        Acting.person().id())
                .params(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** New terms start over: nobody has approved them. */
    void rewrite(UUID offer, String terms, Instant at, int version) {
        changed(jdbc.sql("""
            update debrief.offer
            set terms = ?, state = 'DRAFT', made_by = ?, made_at = ?, sent_at = null, answered_at = null, answer = '',
                version = version + 1
            where organisation_id = ? and id = ? and version = ?
            """)
                .params(terms, Acting.person().id(), at.atOffset(ZoneOffset.UTC))
                .params(Acting.organisation(), offer, version)
                .update());
        jdbc.sql("delete from debrief.approval where organisation_id = ? and offer_id = ?")
                .params(Acting.organisation(), offer)
                .update();
    }

    void ask(UUID offer, UUID account) {
        jdbc.sql("insert into debrief.approval (organisation_id, offer_id, account_id) values (?, ?, ?)")
                .params(Acting.organisation(), offer, account)
                .update();
    }

    void give(UUID offer, UUID account, Offer.Given given) {
        jdbc.sql("""
            update debrief.approval set approved = ?, reason = ?, at = ?
            where organisation_id = ? and offer_id = ? and account_id = ?
            """)
                .params(given.approved(), given.reason(), given.at().atOffset(ZoneOffset.UTC))
                .params(Acting.organisation(), offer, account)
                .update();
    }

    /** Puts it into a state; a column of time is set when the state has one. */
    void put(Offer offer, Offer.State state, Instant at, String answer) {
        boolean answers = state == Offer.State.ACCEPTED || state == Offer.State.DECLINED;
        changed(jdbc.sql("""
            update debrief.offer
            set state = ?, answer = ?, version = version + 1,
                sent_at = case when ? then ? else sent_at end,
                answered_at = case when ? then ? else answered_at end
            where organisation_id = ? and id = ? and version = ?
            """)
                .params(state.name(), answer)
                .params(state == Offer.State.SENT, at.atOffset(ZoneOffset.UTC))
                .params(answers, at.atOffset(ZoneOffset.UTC))
                .params(Acting.organisation(), offer.id(), offer.version())
                .update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Refusal.conflict("debrief.offer.changed");
        }
    }
}
