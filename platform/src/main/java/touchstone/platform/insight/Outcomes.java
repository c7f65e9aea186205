package touchstone.platform.insight;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Erasure;
import touchstone.platform.shared.Refusal;

/** How those who were hired did later, as the organisation itself measures it; the only test of whether interviews work. */
@Service
@Transactional
public class Outcomes {

    /** Columns of the file. */
    public static final List<String> COLUMNS = List.of("email", "measure", "value", "date");

    private static final int MOST = 60;

    private final JdbcClient jdbc;
    private final Candidates candidates;
    private final ApplicationEventPublisher events;

    Outcomes(JdbcClient jdbc, Candidates candidates, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.events = events;
    }

    /** Outcomes were taken over. */
    public record OutcomesImported(UUID entity, int taken, int unknown) implements AuditableEvent {}

    /**
     * Takes over a file with the columns {@link #COLUMNS}; a line replaces an earlier value of the same measure.
     *
     * @throws Refusal to anybody but an administrator, or when a line cannot be read; then nothing is taken over
     */
    public DeclaredGroups.Imported take(String text) {
        DeclaredGroups.requireAdministrator();
        List<NamedCsvRecord> lines = Csv.lines(text, COLUMNS);
        Map<String, UUID> known = candidates.byEmail();
        int taken = 0;
        for (NamedCsvRecord line : lines) {
            String measure = Csv.field(line, "measure", MOST);
            double value = value(line);
            LocalDate date = date(line);
            UUID candidate = known.get(Csv.field(line, "email", 254).toLowerCase(Locale.ROOT));
            if (candidate != null) {
                jdbc.sql("""
                    insert into insight.outcome (organisation_id, candidate_id, measure, value, measured_on)
                    values (?, ?, ?, ?, ?)
                    on conflict (organisation_id, candidate_id, measure)
                      do update set value = excluded.value, measured_on = excluded.measured_on
                    """)
                        .params(Acting.organisation(), candidate, measure, value, date)
                        .update();
                taken++;
            }
        }
        events.publishEvent(new OutcomesImported(Acting.organisation(), taken, lines.size() - taken));
        return new DeclaredGroups.Imported(taken, lines.size() - taken);
    }

    private static double value(NamedCsvRecord line) {
        try {
            double value = Double.parseDouble(Csv.field(line, "value", MOST));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw Refusal.invalid("insight.import.number", line.getStartingLineNumber());
    }

    private static LocalDate date(NamedCsvRecord line) {
        try {
            return LocalDate.parse(Csv.field(line, "date", MOST));
        } catch (DateTimeParseException none) {
            throw Refusal.invalid("insight.import.date", line.getStartingLineNumber());
        }
    }

    /** By measure: each candidate's value. */
    @Transactional(readOnly = true)
    public SortedMap<String, Map<UUID, Double>> all() {
        DeclaredGroups.requireAdministrator();
        SortedMap<String, Map<UUID, Double>> outcomes = new TreeMap<>();
        jdbc.sql("select measure, candidate_id, value from insight.outcome where organisation_id = ?")
                .param(Acting.organisation())
                .query(row -> {
                    outcomes.computeIfAbsent(row.getString("measure"), one -> new HashMap<>())
                            .put(row.getObject("candidate_id", UUID.class), row.getDouble("value"));
                });
        return outcomes;
    }

    @EventListener
    void erased(Erasure erasure) {
        jdbc.sql("delete from insight.outcome where organisation_id = ? and candidate_id = ?")
                .params(Acting.organisation(), erasure.person())
                .update();
    }
}
