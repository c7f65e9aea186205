package touchstone.platform.hiring.candidates;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.PlanOutline;
import touchstone.platform.hiring.PlanVersions;
import touchstone.platform.shared.Acting;

/** The applications of many candidates at once; for pages that only those see who see every application. */
@Component
@Transactional(readOnly = true)
class Engagements {

    private final JdbcClient jdbc;
    private final PlanVersions plans;

    Engagements(JdbcClient jdbc, PlanVersions plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    private record Row(UUID id, UUID candidate, UUID plan, String opening, String stage, Candidacy.State state) {}

    /** By candidate, the newest first. */
    Map<UUID, List<Engagement>> of(Collection<UUID> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = jdbc.sql("""
            select a.id, a.candidate_id, a.plan_version_id, o.title, a.stage, a.state
                from unnest(cast(string_to_array(:candidates, ',') as uuid[])) as k (candidate)
                cross join lateral (
                  select b.* from hiring.application b
                  where b.organisation_id = :organisation and b.candidate_id = k.candidate
                  offset 0) a
                join hiring.opening o on o.id = a.opening_id
                order by a.applied_at desc, a.id
            """)
                .param("organisation", Acting.organisation())
                .param("candidates", candidates.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("candidate_id", UUID.class),
                        row.getObject("plan_version_id", UUID.class),
                        row.getString("title"),
                        row.getString("stage"),
                        Candidacy.State.valueOf(row.getString("state"))))
                .list();
        Map<UUID, PlanOutline> known =
                plans.outlines(rows.stream().map(Row::plan).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Engagement(
                        row.id(), row.candidate(), row.opening(), title(known.get(row.plan()), row), row.state()))
                .collect(Collectors.groupingBy(Engagement::candidate));
    }

    private static String title(@org.jspecify.annotations.Nullable PlanOutline plan, Row row) {
        return plan == null
                ? row.stage()
                : plan.stage(row.stage()).map(PlanOutline.Stage::title).orElse(row.stage());
    }
}
