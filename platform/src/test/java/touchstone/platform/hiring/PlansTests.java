package touchstone.platform.hiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.Plan;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** R-STAGE-4, R-STAGE-11, R-STAGE-12: a plan from a template, edited, frozen with its rubric. */
class PlansTests extends PlatformTest {

    @Autowired
    Openings openings;

    @Autowired
    Plans plans;

    @Autowired
    JsonMapper json;

    private UUID opening(Person manager) {
        return openings.create("AI engineer", "Search", "ai-engineer", Level.SENIOR, manager.id());
    }

    @Test
    void freezesEverythingThatThePlanRefersTo() {
        Person manager = a(Role.HIRING_MANAGER);
        as(manager, () -> {
            UUID opening = opening(manager);
            int version = plans.startFrom(opening, "full-loop", 1);
            FrozenPlan frozen = plans.publish(opening, version);
            Plan plan = frozen.plan();
            assertThat(frozen.competencies())
                    .extracting(Competency::id)
                    .containsAll(plan.weights().keySet());
            assertThat(plan.stages())
                    .allSatisfy(stage -> assertThat(stage.questions())
                            .allSatisfy(id -> assertThat(frozen.question(id)).isPresent()));
            assertThat(plans.version(frozen.publication().id())).isEqualTo(frozen);
            assertThat(openings.get(opening).state()).isEqualTo(Opening.State.OPEN);
            return true;
        });
    }

    @Test
    void refusesAnEditOfAVersionThatSomebodyElseChanged() {
        Person manager = a(Role.HIRING_MANAGER);
        as(manager, () -> {
            UUID opening = opening(manager);
            plans.startFrom(opening, "full-loop", 1);
            assertThatThrownBy(() -> plans.startFrom(opening, "short-loop", 1))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("hiring.plan.changed");
            assertThat(plans.draft(opening).plan().orElseThrow().id()).isEqualTo("full-loop");
            return true;
        });
    }

    @Test
    void goesBackToTheDraftBeforeTheLastChange() {
        Person manager = a(Role.HIRING_MANAGER);
        as(manager, () -> {
            UUID opening = opening(manager);
            int version = plans.startFrom(opening, "full-loop", 1);
            version = plans.startFrom(opening, "short-loop", version);
            version = plans.undo(opening, version);
            assertThat(plans.draft(opening).plan().orElseThrow().id()).isEqualTo("full-loop");
            plans.undo(opening, version);
            assertThat(plans.draft(opening).plan().orElseThrow().id()).isEqualTo("short-loop");
            return true;
        });
    }

    @Test
    void keepsPublishedVersionsFromBeingChangedByTheDatabaseItself() {
        Person manager = a(Role.HIRING_MANAGER);
        as(manager, () -> {
            UUID opening = opening(manager);
            plans.publish(opening, plans.startFrom(opening, "full-loop", 1));
            assertThatThrownBy(() -> transactions.executeWithoutResult(
                            status -> jdbc.sql("update hiring.plan_version set content = '{}'")
                                    .update()))
                    .hasStackTraceContaining("permission denied");
            return true;
        });
    }

    @Test
    void leavesInterviewersNoPlanToEdit() {
        Person manager = a(Role.HIRING_MANAGER);
        UUID opening = as(manager, () -> opening(manager));
        assertThatThrownBy(() -> as(a(Role.INTERVIEWER), () -> plans.startFrom(opening, "full-loop", 1)))
                .isInstanceOf(Refusal.class);
    }

    /** Whatever the catalogue says later, an old version is read from its own bytes, and they still have their digest. */
    @Test
    void readsAnOldVersionWithoutTheCatalogue() {
        Person manager = a(Role.HIRING_MANAGER);
        as(manager, () -> {
            UUID opening = opening(manager);
            FrozenPlan first = plans.publish(opening, plans.startFrom(opening, "full-loop", 1));
            String content = content(first.publication().id());
            int version =
                    plans.startFrom(opening, "short-loop", openings.get(opening).version());
            FrozenPlan second = plans.publish(opening, version);
            assertThat(second.publication().number()).isEqualTo(2);
            assertThat(content(first.publication().id())).isEqualTo(content);
            PlanVersions withoutCatalogue = new PlanVersions(jdbc, json);
            UUID id = first.publication().id();
            Map<UUID, FrozenPlan> read =
                    requireNonNull(transactions.execute(status -> withoutCatalogue.plans(List.of(id))));
            assertThat(read).containsEntry(id, first);
            assertThat(plans.isIntact(first.publication().id())).isTrue();
            assertThat(plans.current(opening)).contains(second);
            return true;
        });
    }

    private String content(UUID version) {
        return requireNonNull(
                transactions.execute(status -> jdbc.sql("select content from hiring.plan_version where id = ?")
                        .param(version)
                        .query((row, number) -> row.getString(1))
                        .single()));
    }

    /** The role and level of the opening take the place of the template's, and weights keep their order. */
    @Test
    void adaptsATemplateToTheOpening() {
        Person manager = a(Role.HIRING_MANAGER);
        as(manager, () -> {
            UUID opening = openings.create("ML engineer", "Search", "ml-engineer", Level.STAFF, manager.id());
            plans.startFrom(opening, "full-loop", 1);
            Plan plan = plans.draft(opening).plan().orElseThrow();
            assertThat(plan.role()).isEqualTo("ml-engineer");
            assertThat(plan.levels()).containsExactly(Level.STAFF);
            assertThat(plan.weights().keySet()).startsWith("rag-design", "llm-systems", "evaluation-discipline");
            return true;
        });
    }

    @Test
    void startsEmptyWithTheWeightsOfTheRole() {
        Person manager = a(Role.HIRING_MANAGER);
        as(manager, () -> {
            UUID opening = opening(manager);
            int version = plans.startEmpty(opening, 1);
            assertThat(plans.draft(opening).plan().orElseThrow().weights()).isNotEmpty();
            assertThatThrownBy(() -> plans.publish(opening, version)).hasMessage("hiring.plan.no-stages");
            return true;
        });
    }
}
