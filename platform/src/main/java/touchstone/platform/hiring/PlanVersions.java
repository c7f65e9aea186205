package touchstone.platform.hiring;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import touchstone.platform.shared.Acting;

/** Published plans by their id. They never change, so those that were read last are kept. */
@Service
@Transactional(readOnly = true)
public class PlanVersions {

    private static final int KEPT_PLANS = 256;
    private static final int KEPT_OUTLINES = 4096;

    private record Key(UUID organisation, UUID version) {}

    private record Read(UUID id, String content) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Key, FrozenPlan> plans = newestOf(KEPT_PLANS);
    private final Map<Key, PlanOutline> outlines = newestOf(KEPT_OUTLINES);

    PlanVersions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Plans with everything they refer to; an id that is not known is left out. One query at most. */
    public Map<UUID, FrozenPlan> plans(Collection<UUID> versions) {
        return found(versions, plans, Function.identity());
    }

    /** Outlines of plans; an id that is not known is left out. One query at most. */
    public Map<UUID, PlanOutline> outlines(Collection<UUID> versions) {
        return found(
                versions, outlines, plan -> PlanOutline.of(plan.publication().id(), plan.plan()));
    }

    /** The version that applications to an opening start with now. */
    public Optional<FrozenPlan> current(UUID opening) {
        return jdbc.sql("""
            select id from hiring.plan_version where organisation_id = ? and opening_id = ?
            order by number desc limit 1
            """)
                .params(Acting.organisation(), opening)
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional()
                .map(id -> plans(List.of(id)).get(id));
    }

    private <T> Map<UUID, T> found(Collection<UUID> versions, Map<Key, T> kept, Function<FrozenPlan, T> form) {
        UUID organisation = Acting.organisation();
        Map<UUID, T> found = new LinkedHashMap<>();
        Set<UUID> absent = new HashSet<>();
        for (UUID version : versions) {
            T known = kept.get(new Key(organisation, version));
            if (known == null) {
                absent.add(version);
            } else {
                found.put(version, known);
            }
        }
        if (!absent.isEmpty()) {
            read(absent).forEach((version, plan) -> {
                T made = form.apply(plan);
                kept.put(new Key(organisation, version), made);
                found.put(version, made);
            });
        }
        return found;
    }

    private Map<UUID, FrozenPlan> read(Set<UUID> versions) {
        return jdbc
                .sql("select id, content from hiring.plan_version where organisation_id = :organisation and id in"
                        + " (:ids)")
                .param("organisation", Acting.organisation())
                .param("ids", versions)
                .query((row, number) -> new Read(row.getObject("id", UUID.class), row.getString("content")))
                .list()
                .stream()
                .collect(Collectors.toMap(Read::id, read -> json.readValue(read.content(), FrozenPlan.class)));
    }

    private static <K, V> Map<K, V> newestOf(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }
}
