package touchstone.platform.hiring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.shared.Acting;

/** The ways of all applications of the organisation, for those who measure how the hiring works. */
@Service
@Transactional(readOnly = true)
public class Journeys {

    private final JdbcClient jdbc;
    private final PlanVersions plans;

    Journeys(JdbcClient jdbc, PlanVersions plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    /**
     * One application's way.
     *
     * @param kind of the stage in which it is, or in which it ended
     * @param legs one for each stage that it entered, in their order
     */
    public record Journey(
            UUID application,
            Who candidate,
            UUID opening,
            UUID plan,
            Candidacy.State state,
            StageKind kind,
            List<Leg> legs) {
        public Journey {
            legs = List.copyOf(legs);
        }

        /** Whether its ratings are open to those who lead the hiring: from the debrief on. */
        public boolean ratingsOpen() {
            return state != Candidacy.State.ACTIVE || kind == StageKind.DEBRIEF || kind == StageKind.OFFER;
        }
    }

    /** Who applied; an erased candidate's name says nothing. */
    public record Who(UUID id, String name) {}

    /**
     * A stage that an application entered.
     *
     * @param left empty while it is in there
     */
    public record Leg(StageKind kind, Instant entered, Optional<Instant> left) {}

    private record Row(
            UUID application, UUID opening, UUID plan, Who candidate, Candidacy.State state, StageKind kind) {}

    private record Move(UUID application, String to, boolean ended, Instant at) {}

    /**
     * All of them, the oldest first.
     *
     * @throws touchstone.platform.shared.Refusal to anybody who does not work on every application
     */
    public List<Journey> all() {
        Rights.requireStaff();
        List<Row> rows = jdbc.sql("""
            select a.id, a.opening_id, a.plan_version_id, a.candidate_id, c.name, a.state, a.stage_kind
            from hiring.application a join hiring.candidate c on c.id = a.candidate_id
            where a.organisation_id = ? order by a.applied_at, a.id
            """)
                .param(Acting.organisation())
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("opening_id", UUID.class),
                        row.getObject("plan_version_id", UUID.class),
                        new Who(row.getObject("candidate_id", UUID.class), row.getString("name")),
                        Candidacy.State.valueOf(row.getString("state")),
                        StageKind.of(row.getString("stage_kind"))))
                .list();
        Map<UUID, PlanOutline> outlines =
                plans.outlines(rows.stream().map(Row::plan).distinct().toList());
        Map<UUID, List<Move>> moves = moves();
        return rows.stream()
                .map(row -> new Journey(
                        row.application(),
                        row.candidate(),
                        row.opening(),
                        row.plan(),
                        row.state(),
                        row.kind(),
                        Optional.ofNullable(outlines.get(row.plan()))
                                .map(plan -> legs(moves.getOrDefault(row.application(), List.of()), plan))
                                .orElse(List.of())))
                .toList();
    }

    private Map<UUID, List<Move>> moves() {
        Map<UUID, List<Move>> byApplication = new HashMap<>();
        jdbc.sql("""
            select application_id, to_stage, ended is not null as ended, moved_at from hiring.stage_move
            where organisation_id = ? order by application_id, number
            """)
                .param(Acting.organisation())
                .query((row, number) -> new Move(
                        row.getObject("application_id", UUID.class),
                        row.getString("to_stage"),
                        row.getBoolean("ended"),
                        row.getObject("moved_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(move -> byApplication
                        .computeIfAbsent(move.application(), id -> new ArrayList<>())
                        .add(move));
        return byApplication;
    }

    private static List<Leg> legs(List<Move> moves, PlanOutline plan) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            Optional<StageKind> kind = plan.stage(move.to()).map(PlanOutline.Stage::kind);
            if (!move.ended() && kind.isPresent()) {
                Optional<Instant> left =
                        i + 1 < moves.size() ? Optional.of(moves.get(i + 1).at()) : Optional.empty();
                legs.add(new Leg(kind.get(), move.at(), left));
            }
        }
        return legs;
    }
}
