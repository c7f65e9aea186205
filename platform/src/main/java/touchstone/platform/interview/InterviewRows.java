package touchstone.platform.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Reads interviews with their seats, whoever asks. */
@Component
final class InterviewRows {

    private static final String SELECT = """
        select i.id, i.application_id, i.stage, i.starts_at, i.minutes, i.zone, i.place, i.state, i.version
        from interview.interview i
        where i.organisation_id = :organisation
        """;

    private final JdbcClient jdbc;
    private final Accounts accounts;

    InterviewRows(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    private record SeatRow(UUID interview, UUID account, Interview.Seat.Capacity capacity) {}

    Interview get(UUID interview) {
        return find(interview).orElseThrow(InterviewRows::missing);
    }

    Optional<Interview> find(UUID interview) {
        return select("and i.id = :id", Map.of("id", interview)).stream().findFirst();
    }

    /** The interview as it is, and nobody changes it until the transaction ends. */
    Interview locked(UUID interview) {
        return select("and i.id = :id for update", Map.of("id", interview)).stream()
                .findFirst()
                .orElseThrow(InterviewRows::missing);
    }

    /** By their time. */
    List<Interview> ofApplication(UUID application) {
        return select(
                "and i.application_id = :application order by i.starts_at, i.id", Map.of("application", application));
    }

    /** Those that begin after a time and in which the account has a seat, by their time. */
    List<Interview> withSeat(UUID account, Instant from) {
        return select("""
            and i.starts_at >= :from
            and exists (select from interview.seat s where s.interview_id = i.id and s.account_id = :account)
            order by i.starts_at, i.id
            """, Map.of("account", account, "from", from.atOffset(ZoneOffset.UTC)));
    }

    /** Those that took place and for which the account's scorecard is still to come, the oldest first. */
    List<Interview> due(UUID account) {
        return select("""
            and i.state = 'TOOK_PLACE'
            and exists (select from interview.seat s where s.interview_id = i.id and s.account_id = :account
                        and s.capacity <> 'SHADOW')
            and not exists (select from interview.scorecard c where c.interview_id = i.id
                            and c.author = :account and c.submitted_revision is not null)
            order by i.starts_at, i.id
            """, Map.of("account", account));
    }

    static Refusal missing() {
        return Refusal.missing("interview.missing");
    }

    private List<Interview> select(String condition, Map<String, ?> parameters) {
        List<Interview> bare = jdbc.sql(SELECT + condition)
                .param("organisation", Acting.organisation())
                .params(parameters)
                .query(InterviewRows::interview)
                .list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Interview.Seat>> seats =
                seats(bare.stream().map(Interview::id).toList());
        return bare.stream()
                .map(one -> new Interview(
                        one.id(),
                        one.application(),
                        one.stage(),
                        one.slot(),
                        one.state(),
                        seats.getOrDefault(one.id(), List.of()),
                        one.version()))
                .toList();
    }

    private Map<UUID, List<Interview.Seat>> seats(Collection<UUID> interviews) {
        List<SeatRow> rows = jdbc.sql("""
            select interview_id, account_id, capacity from interview.seat
            where organisation_id = :organisation and interview_id in (:interviews)
            order by interview_id, capacity, account_id
            """)
                .param("organisation", Acting.organisation())
                .param("interviews", interviews)
                .query((row, number) -> new SeatRow(
                        row.getObject("interview_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        Interview.Seat.Capacity.valueOf(row.getString("capacity"))))
                .list();
        Map<UUID, String> names =
                accounts.names(rows.stream().map(SeatRow::account).distinct().toList());
        return rows.stream()
                .collect(Collectors.groupingBy(
                        SeatRow::interview,
                        Collectors.mapping(
                                row -> new Interview.Seat(
                                        row.account(), names.getOrDefault(row.account(), ""), row.capacity()),
                                Collectors.toList())));
    }

    private static Interview interview(ResultSet row, int number) throws SQLException {
        return new Interview(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("stage"),
                new Interview.Slot(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getInt("minutes"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("place")),
                Interview.State.valueOf(row.getString("state")),
                List.of(),
                row.getInt("version"));
    }
}
