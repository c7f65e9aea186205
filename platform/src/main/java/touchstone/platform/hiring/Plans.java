package touchstone.platform.hiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;

/** The plan of an opening: a draft that people edit, and the versions that were published and never change. */
@Service
@Transactional
public class Plans {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final CurrentCatalogue catalogue;
    private final Openings openings;
    private final PlanVersions versions;

    Plans(
            JdbcClient jdbc,
            JsonMapper json,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events,
            CurrentCatalogue catalogue,
            Openings openings,
            PlanVersions versions) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.catalogue = catalogue;
        this.openings = openings;
        this.versions = versions;
    }

    /**
     * What is being edited.
     *
     * @param plan empty as long as nothing was started
     * @param undo whether there is an earlier draft to go back to
     * @param version of the opening; the next save names it
     */
    public record Draft(Optional<Plan> plan, boolean undo, int version) {}

    /** A published version: when, by whom, and the SHA-256 of its content. */
    public record Version(UUID id, int number, Instant at, UUID by, String digest) {}

    @Transactional(readOnly = true)
    public Draft draft(UUID opening) {
        return jdbc.sql("select draft, earlier_draft, version from hiring.opening where organisation_id = ? and id = ?")
                .params(Acting.organisation(), opening)
                .query((row, number) -> new Draft(
                        Optional.ofNullable(row.getString("draft")).map(text -> json.readValue(text, Plan.class)),
                        row.getString("earlier_draft") != null,
                        row.getInt("version")))
                .optional()
                .orElseThrow(() -> Refusal.missing("hiring.opening.missing"));
    }

    /** Starts the draft again from a template of the catalogue; the new version. */
    public int startFrom(UUID opening, String template, int version) {
        Plan plan = catalogue
                .get()
                .find(Plan.class, template)
                .orElseThrow(() -> Refusal.invalid("hiring.plan.no-template", template));
        Opening position = openings.get(opening);
        return save(
                opening, plan(template, plan.title(), plan.summary(), position, plan.stages(), plan.terms()), version);
    }

    /** Starts the draft again without stages, with the weights of the opening's role; the new version. */
    public int startEmpty(UUID opening, int version) {
        Opening position = openings.get(opening);
        Map<String, Integer> weights = new LinkedHashMap<>();
        catalogue.get().role(position.role()).stream()
                .flatMap(role -> role.competencies().stream())
                .forEach(one -> weights.put(one.id(), one.weight()));
        Plan.Terms terms = new Plan.Terms(
                weights,
                new DecisionRule(70, 2, DecisionRule.Unobserved.BLOCKS, true, Optional.empty(), Optional.empty()),
                new Plan.Span(3, 8));
        return save(opening, plan("own-plan", position.title(), "", position, List.of(), terms), version);
    }

    /** What the catalogue's templates say about role and level gives way to what the opening asks for. */
    private static Plan plan(
            String id, String title, String summary, Opening opening, List<PlanStage> stages, Plan.Terms terms) {
        return new Plan(id, title, opening.role(), List.of(opening.level()), summary, stages, terms, List.of());
    }

    /**
     * Keeps a draft; the one before it stays for one undo.
     *
     * @return the version that the next save names
     * @throws Refusal when a number is out of bounds, or somebody else changed the plan or closed the opening in between
     */
    public int save(UUID opening, Plan plan, int version) {
        Rights.requireStaff();
        PlanBounds.check(plan);
        int changed = jdbc.sql("""
            update hiring.opening
            set earlier_draft = draft, draft = cast(? as json), version = version + 1
            where organisation_id = ? and id = ? and version = ?
            """)
                .params(json.writeValueAsString(plan), Acting.organisation(), opening, version)
                .update();
        if (changed == 0) {
            throw Refusal.conflict("hiring.plan.changed");
        }
        return version + 1;
    }

    /** Goes back to the draft before the last change. */
    public int undo(UUID opening, int version) {
        Rights.requireStaff();
        int changed =
                jdbc.sql("""
                    update hiring.opening set draft = earlier_draft, earlier_draft = draft, version = version + 1
                    where organisation_id = ? and id = ? and version = ? and earlier_draft is not null
                    """).params(Acting.organisation(), opening, version).update();
        if (changed == 0) {
            throw Refusal.conflict("hiring.plan.changed");
        }
        return version + 1;
    }

    /**
     * Freezes the draft with everything that it refers to. Applications that start from now on follow it; those under way
     * keep the version that they started with.
     */
    public FrozenPlan publish(UUID opening, int version) {
        Rights.requireStaff();
        Opening position = openings.get(opening);
        if (position.state() == Opening.State.CLOSED) {
            throw Refusal.conflict("hiring.opening.closed");
        }
        Plan plan = draft(opening).plan().orElseThrow(() -> Refusal.invalid("hiring.plan.empty"));
        if (plan.stages().isEmpty()) {
            throw Refusal.invalid("hiring.plan.no-stages");
        }
        int changed =
                jdbc.sql("""
                    update hiring.opening set state = 'OPEN', version = version + 1
                    where organisation_id = ? and id = ? and version = ?
                    """).params(Acting.organisation(), opening, version).update();
        if (changed == 0) {
            throw Refusal.conflict("hiring.plan.changed");
        }
        int number = versions(opening).size() + 1;
        FrozenPlan frozen = Freeze.of(
                plan,
                position.level(),
                new FrozenPlan.Publication(ids.next(), number, clock.instant()),
                catalogue.get());
        keep(opening, frozen);
        return frozen;
    }

    private void keep(UUID opening, FrozenPlan frozen) {
        String content = json.writeValueAsString(frozen);
        String digest = digest(content);
        FrozenPlan.Publication publication = frozen.publication();
        jdbc.sql("""
            insert into hiring.plan_version
              (id, organisation_id, opening_id, number, content, digest, published_at, published_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        publication.id(),
                        Acting.organisation(),
                        opening,
                        publication.number(),
                        content,
                        digest,
                        publication.at().atOffset(ZoneOffset.UTC),
                        Acting.person().id())
                .update();
        events.publishEvent(new OpeningEvent.PlanPublished(publication.id(), opening, publication.number(), digest));
    }

    /** What applications start with now; empty before the first publication. */
    @Transactional(readOnly = true)
    public Optional<FrozenPlan> current(UUID opening) {
        return versions.current(opening);
    }

    /** One version as it was published. */
    @Transactional(readOnly = true)
    public FrozenPlan version(UUID version) {
        return Optional.ofNullable(versions.plans(List.of(version)).get(version))
                .orElseThrow(() -> Refusal.missing("hiring.plan.missing"));
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(UUID opening) {
        return jdbc.sql("""
            select id, number, published_at, published_by, digest from hiring.plan_version
            where organisation_id = ? and opening_id = ? order by number desc
            """)
                .params(Acting.organisation(), opening)
                .query((row, number) -> new Version(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getObject("published_by", UUID.class),
                        row.getString("digest")))
                .list();
    }

    /** Whether the stored content of a version still has the digest that was published with it. */
    @Transactional(readOnly = true)
    public boolean isIntact(UUID version) {
        return jdbc.sql("select content, digest from hiring.plan_version where organisation_id = ? and id = ?")
                .params(Acting.organisation(), version)
                .query((row, number) -> digest(row.getString("content")).equals(row.getString("digest")))
                .optional()
                .orElseThrow(() -> Refusal.missing("hiring.plan.missing"));
    }

    /** SHA-256 of the content as it is stored, in hexadecimal. */
    static String digest(String content) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
