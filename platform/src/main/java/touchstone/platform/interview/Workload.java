package touchstone.platform.interview;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Acting;

/** How busy people are in the week of an interview that is being arranged. */
@Service
@Transactional(readOnly = true)
public class Workload {

    private final JdbcClient jdbc;

    Workload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One person's week.
     *
     * @param interviews in the week, Monday to Sunday in the slot's zone, that were not cancelled
     * @param clash whether one of them overlaps the slot
     */
    public record Week(int interviews, boolean clash) {
        public static final Week FREE = new Week(0, false);
    }

    private record Seat(UUID account, Instant startsAt, int minutes) {
        boolean overlaps(Interview.Slot slot) {
            return startsAt.isBefore(slot.endsAt())
                    && startsAt.plus(minutes, ChronoUnit.MINUTES).isAfter(slot.startsAt());
        }
    }

    /** The weeks of those who have any interview in it; everybody else is {@link Week#FREE}. */
    public Map<UUID, Week> around(Interview.Slot slot) {
        Coordination.require();
        ZonedDateTime monday = slot.startsAt()
                .atZone(slot.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Seat> seats = jdbc.sql("""
            select s.account_id, i.starts_at, i.minutes
            from interview.interview i join interview.seat s on s.interview_id = i.id
            where i.organisation_id = ? and i.state in ('SCHEDULED', 'TOOK_PLACE')
              and i.starts_at >= ? and i.starts_at < ?
            """)
                .params(
                        Acting.organisation(),
                        monday.toInstant().atOffset(ZoneOffset.UTC),
                        monday.plusWeeks(1).toInstant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Seat(
                        row.getObject("account_id", UUID.class),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getInt("minutes")))
                .list();
        return seats.stream()
                .collect(Collectors.groupingBy(
                        Seat::account,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                own -> new Week(own.size(), own.stream().anyMatch(seat -> seat.overlaps(slot))))));
    }
}
