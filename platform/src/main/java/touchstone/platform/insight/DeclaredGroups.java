package touchstone.platform.insight;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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
import touchstone.platform.shared.Role;

/**
 * Groups that candidates declared of themselves in a voluntary survey, kept apart from ratings. No page shows one person's
 * group, and no score depends on it.
 */
@Service
@Transactional
public class DeclaredGroups {

    /** Columns of the file. */
    public static final List<String> COLUMNS = List.of("email", "attribute", "group");

    private static final int MOST = 60;

    private final JdbcClient jdbc;
    private final Candidates candidates;
    private final ApplicationEventPublisher events;

    DeclaredGroups(JdbcClient jdbc, Candidates candidates, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.events = events;
    }

    /** Declared groups were taken over. */
    public record GroupsImported(UUID entity, int declared, int unknown) implements AuditableEvent {}

    /**
     * What was taken over.
     *
     * @param declared lines taken over
     * @param unknown lines whose address no candidate has
     */
    public record Imported(int declared, int unknown) {}

    /**
     * Takes over a file with the columns {@link #COLUMNS}; a line replaces what was declared before.
     *
     * @throws Refusal to anybody but an administrator, or when a line cannot be read; then nothing is taken over
     */
    public Imported take(String text) {
        requireAdministrator();
        List<NamedCsvRecord> lines = Csv.lines(text, COLUMNS);
        Map<String, UUID> known = candidates.byEmail();
        int declared = 0;
        for (NamedCsvRecord line : lines) {
            String attribute = Csv.field(line, "attribute", MOST);
            String label = Csv.field(line, "group", MOST);
            UUID candidate = known.get(Csv.field(line, "email", 254).toLowerCase(Locale.ROOT));
            if (candidate != null) {
                jdbc.sql("""
                    insert into insight.declared_group (organisation_id, candidate_id, attribute, label)
                    values (?, ?, ?, ?)
                    on conflict (organisation_id, candidate_id, attribute) do update set label = excluded.label
                    """)
                        .params(Acting.organisation(), candidate, attribute, label)
                        .update();
                declared++;
            }
        }
        Imported imported = new Imported(declared, lines.size() - declared);
        events.publishEvent(new GroupsImported(Acting.organisation(), declared, imported.unknown()));
        return imported;
    }

    /** By attribute: each candidate's group. */
    @Transactional(readOnly = true)
    public SortedMap<String, Map<UUID, String>> all() {
        requireAdministrator();
        SortedMap<String, Map<UUID, String>> groups = new TreeMap<>();
        jdbc.sql("select attribute, candidate_id, label from insight.declared_group where organisation_id = ?")
                .param(Acting.organisation())
                .query(row -> {
                    groups.computeIfAbsent(row.getString("attribute"), one -> new HashMap<>())
                            .put(row.getObject("candidate_id", UUID.class), row.getString("label"));
                });
        return groups;
    }

    @EventListener
    void erased(Erasure erasure) {
        jdbc.sql("delete from insight.declared_group where organisation_id = ? and candidate_id = ?")
                .params(Acting.organisation(), erasure.person())
                .update();
    }

    static void requireAdministrator() {
        if (!Acting.person().is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden("insight.not-yours");
        }
    }
}
