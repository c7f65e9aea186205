package touchstone.platform.hiring;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;

/**
 * Applications of the organisation, as far as the person who acts may see them: recruiters, hiring managers and
 * administrators all of them, interviewers and bar raisers those that they are on, a candidate their own.
 */
@Service
@Transactional
public class Applications {

    /** Most applications that one call of {@link #all} returns. */
    public static final int PAGE = 100;

    private static final int MOST_REASON = 2000;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final ApplicationRows rows;
    private final PlanVersions plans;
    private final Panels panels;

    Applications(
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events,
            ApplicationRows rows,
            PlanVersions plans,
            Panels panels) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.rows = rows;
        this.plans = plans;
        this.panels = panels;
    }

    /**
     * Which applications.
     *
     * @param states none means all
     * @param page from 1, {@link #PAGE} applications each, the newest first
     */
    public record Filter(Optional<UUID> opening, Optional<UUID> candidate, Set<Candidacy.State> states, int page) {
        public Filter {
            states = Set.copyOf(states);
        }

        public static Filter ofCandidate(UUID candidate) {
            return new Filter(Optional.empty(), Optional.of(candidate), Set.of(), 1);
        }

        public static Filter ofOpening(UUID opening) {
            return new Filter(Optional.of(opening), Optional.empty(), Set.of(), 1);
        }

        public static Filter active() {
            return new Filter(Optional.empty(), Optional.empty(), Set.of(Candidacy.State.ACTIVE), 1);
        }
    }

    private record Post(String state, UUID hiringManager) {}

    /**
     * Starts an application in the first stage of the opening's current plan. The opening's hiring manager takes part from
     * then on.
     *
     * @throws Refusal when either is missing, the opening is closed or has no published plan, or the candidate applied before
     */
    public UUID apply(UUID candidate, UUID opening) {
        Rights.requireStaff();
        requireReachable(candidate);
        Post post = jdbc.sql("select state, hiring_manager from hiring.opening where organisation_id = ? and id = ?")
                .params(Acting.organisation(), opening)
                .query((row, number) -> new Post(row.getString("state"), row.getObject("hiring_manager", UUID.class)))
                .optional()
                .orElseThrow(() -> Refusal.missing("hiring.application.no-opening"));
        if (post.state().equals("CLOSED")) {
            throw Refusal.conflict("hiring.application.opening-closed");
        }
        FrozenPlan plan = plans.current(opening).orElseThrow(() -> Refusal.invalid("hiring.application.no-plan"));
        PlanStage first = plan.plan().stages().getFirst();
        UUID id = ids.next();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try {
            jdbc.sql("""
                insert into hiring.application (id, organisation_id, opening_id, candidate_id, plan_version_id, stage,
                    stage_kind, stage_since, state, applied_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?)
                """)
                    .params(
                            id,
                            Acting.organisation(),
                            opening,
                            candidate,
                            plan.publication().id())
                    .params(first.id(), first.kind().id(), now, now)
                    .update();
        } catch (DuplicateKeyException again) {
            throw Refusal.conflict("hiring.application.exists");
        }
        step(
                new Candidacy.Step(
                        1,
                        Optional.empty(),
                        first.id(),
                        Optional.empty(),
                        "",
                        now.toInstant(),
                        Acting.person().id()),
                id);
        events.publishEvent(new ApplicationEvent.ApplicationStarted(
                id, candidate, opening, plan.publication().id(), first.id()));
        panels.add(get(id), post.hiringManager(), Participant.Capacity.HIRING_MANAGER);
        return id;
    }

    /**
     * One application.
     *
     * @throws Refusal when it is missing, or not for the person who acts
     */
    @Transactional(readOnly = true)
    public Candidacy get(UUID application) {
        return rows.find(application).orElseThrow(() -> Refusal.missing("hiring.application.missing"));
    }

    /** Several at once, by their ids; those that are missing, or not for the person who acts, are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Candidacy> of(Set<UUID> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : rows.select("and a.id in (:wanted)", Map.of("wanted", wanted)).stream()
                        .collect(Collectors.toMap(Candidacy::id, Function.identity()));
    }

    /** Those that the filter lets through, the newest first. */
    @Transactional(readOnly = true)
    public List<Candidacy> all(Filter filter) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder condition = new StringBuilder();
        filter.opening().ifPresent(opening -> {
            condition.append("and a.opening_id = :opening ");
            parameters.put("opening", opening);
        });
        filter.candidate().ifPresent(candidate -> {
            condition.append("and a.candidate_id = :candidate ");
            parameters.put("candidate", candidate);
        });
        if (!filter.states().isEmpty()) {
            condition.append("and a.state in (:states) ");
            parameters.put("states", filter.states().stream().map(Enum::name).toList());
        }
        parameters.put("limit", PAGE);
        parameters.put("offset", PAGE * (Math.clamp(filter.page(), 1, 10_000) - 1));
        return rows.select(condition + "order by a.applied_at desc, a.id desc limit :limit offset :offset", parameters);
    }

    /**
     * Openings that have a published plan, by title.
     *
     * @param closedToo also those that nobody can apply to any more
     */
    @Transactional(readOnly = true)
    public List<Candidacy.Position> positions(boolean closedToo) {
        Rights.requireStaff();
        return rows.positions(closedToo);
    }

    /** Its way so far: the start, every move, the end. A candidate sees no reasons but their own. */
    @Transactional(readOnly = true)
    public List<Candidacy.Step> history(UUID application) {
        List<Candidacy.Step> steps = rows.steps(get(application).id());
        UUID person = Acting.person().id();
        return Rights.isCandidate()
                ? steps.stream()
                        .map(step -> step.by().equals(person) ? step : step.withoutReason())
                        .toList()
                : steps;
    }

    /**
     * Moves it to a stage of its plan.
     *
     * @param reason asked for when the stage is not the next one
     * @throws Refusal when it has ended, is there already, or was changed in between
     */
    public void move(UUID application, String stage, String reason, int version) {
        Rights.requireStaff();
        Candidacy candidacy = open(application, version);
        List<PlanStage> stages = candidacy.plan().plan().stages();
        PlanStage target =
                candidacy.plan().stage(stage).orElseThrow(() -> Refusal.invalid("hiring.application.no-stage"));
        int from = stages.indexOf(candidacy.stage());
        int to = stages.indexOf(target);
        if (from == to) {
            throw Refusal.conflict("hiring.application.there-already", target.title());
        }
        String why = Entered.optional("Reason", reason, MOST_REASON);
        if (to != from + 1 && why.isEmpty()) {
            throw Refusal.invalid("hiring.application.no-reason", target.title());
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        changed(jdbc.sql("""
            update hiring.application set stage = ?, stage_kind = ?, stage_since = ?, version = version + 1
            where organisation_id = ? and id = ? and version = ? and state = 'ACTIVE'
            """)
                .params(stage, target.kind().id(), now, Acting.organisation(), application, version)
                .update());
        String before = candidacy.progress().stage();
        step(
                new Candidacy.Step(
                        version + 1,
                        Optional.of(before),
                        stage,
                        Optional.empty(),
                        why,
                        now.toInstant(),
                        Acting.person().id()),
                application);
        events.publishEvent(new ApplicationEvent.ApplicationMoved(
                application, candidacy.candidate().id(), before, stage, why));
    }

    /**
     * Ends it. A candidate may withdraw their own and need not say why; everybody else gives a reason unless it is a hire.
     *
     * @param state any but {@code ACTIVE}
     */
    public void close(UUID application, Candidacy.State state, String reason, int version) {
        boolean own = Rights.isCandidate() && state == Candidacy.State.WITHDRAWN;
        if (!own) {
            Rights.requireStaff();
        }
        if (state == Candidacy.State.ACTIVE) {
            throw Refusal.invalid("hiring.application.no-end");
        }
        Candidacy candidacy = open(application, version);
        String why = own || state == Candidacy.State.HIRED
                ? Entered.optional("Reason", reason, MOST_REASON)
                : Entered.required("Reason", reason, MOST_REASON);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        changed(jdbc.sql("""
            update hiring.application set state = ?, closed_at = ?, version = version + 1
            where organisation_id = ? and id = ? and version = ? and state = 'ACTIVE'
            """)
                .params(state.name(), now, Acting.organisation(), application, version)
                .update());
        String stage = candidacy.progress().stage();
        step(
                new Candidacy.Step(
                        version + 1,
                        Optional.of(stage),
                        stage,
                        Optional.of(state),
                        why,
                        now.toInstant(),
                        Acting.person().id()),
                application);
        events.publishEvent(new ApplicationEvent.ApplicationClosed(
                application, candidacy.candidate().id(), state, stage, why));
    }

    /** Puts somebody on it, who may then see it. Doing it twice changes nothing. */
    public void involve(UUID application, UUID account, Participant.Capacity capacity) {
        Rights.requireStaff();
        panels.add(get(application), account, capacity);
    }

    /** Takes somebody off it; the opening's hiring manager stays. */
    public void release(UUID application, UUID account, Participant.Capacity capacity) {
        Rights.requireStaff();
        panels.remove(get(application), account, capacity);
    }

    /** Who is on it, by capacity and name. Not for the candidate. */
    @Transactional(readOnly = true)
    public List<Participant> participants(UUID application) {
        if (Rights.isCandidate()) {
            throw Refusal.forbidden("hiring.application.not-yours-to-change");
        }
        return panels.of(get(application).id());
    }

    private Candidacy open(UUID application, int version) {
        Candidacy candidacy = get(application);
        if (candidacy.version() != version) {
            throw Refusal.conflict("hiring.application.changed");
        }
        if (!candidacy.isActive()) {
            throw Refusal.conflict("hiring.application.ended");
        }
        return candidacy;
    }

    private void requireReachable(UUID candidate) {
        boolean erased = jdbc.sql("""
            select erased_at is not null as erased from hiring.candidate where organisation_id = ? and id = ?
            """)
                .params(Acting.organisation(), candidate)
                .query((row, number) -> row.getBoolean("erased"))
                .optional()
                .orElseThrow(() -> Refusal.missing("hiring.candidate.missing"));
        if (erased) {
            throw Refusal.gone("hiring.candidate.erased");
        }
    }

    private void step(Candidacy.Step step, UUID application) {
        @Nullable
        Object[] values = {
            application,
            step.number(),
            Acting.organisation(),
            step.from().orElse(null),
            step.to(),
            step.ended().map(Enum::name).orElse(null),
            step.reason(),
            step.at().atOffset(ZoneOffset.UTC),
            step.by()
        };
        jdbc.sql("""
            insert into hiring.stage_move
              (application_id, number, organisation_id, from_stage, to_stage, ended, reason, moved_at, moved_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """).params(Arrays.asList(values)).update();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Refusal.conflict("hiring.application.changed");
        }
    }
}
