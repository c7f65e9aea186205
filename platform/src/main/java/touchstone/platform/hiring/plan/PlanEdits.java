package touchstone.platform.hiring.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.PlanStage.Pool;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.shared.Refusal;

/** Changes of a plan; each gives a new one. */
final class PlanEdits {

    private PlanEdits() {}

    /** With one more stage: before the debrief and the offer, or at the end when it is one of these. */
    static Plan add(Plan plan, StageDescription description) {
        StageKind kind = description.kind();
        List<PlanStage> stages = new ArrayList<>(plan.stages());
        PlanStage added = new PlanStage(
                freeId(plan, kind.id()),
                kind,
                description.title(),
                description.mostMinutes(),
                new PlanStage.Panel(usualPool(kind), 1),
                List.of(),
                List.of(),
                Optional.empty());
        int place = stages.size();
        while (!closes(kind) && place > 0 && closes(stages.get(place - 1).kind())) {
            place--;
        }
        stages.add(place, added);
        return with(plan, stages);
    }

    private static boolean closes(StageKind kind) {
        return kind == StageKind.DEBRIEF || kind == StageKind.OFFER;
    }

    private static String freeId(Plan plan, String wanted) {
        Set<String> taken = new HashSet<>();
        plan.stages().forEach(stage -> taken.add(stage.id()));
        String id = wanted;
        for (int number = 2; taken.contains(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }

    private static Pool usualPool(StageKind kind) {
        return switch (kind) {
            case RECRUITER_SCREEN, OFFER -> Pool.RECRUITERS;
            case BEHAVIOURAL, DEBRIEF -> Pool.HIRING_MANAGERS;
            case BAR_RAISER -> Pool.BAR_RAISERS;
            case TECHNICAL_SCREEN,
                    TAKE_HOME,
                    TECHNICAL_DEPTH,
                    SYSTEM_DESIGN,
                    CODING,
                    PROJECT_DEEP_DIVE,
                    BUSINESS_CASE,
                    TROUBLESHOOTING,
                    TECHNICAL_COMMUNICATION -> Pool.ENGINEERS;
        };
    }

    /** Without the stage. */
    static Plan remove(Plan plan, String stage) {
        PlanDesk.stage(plan, stage);
        return with(
                plan,
                plan.stages().stream().filter(one -> !one.id().equals(stage)).toList());
    }

    /**
     * With the stage one place earlier or later; a stage at the end stays.
     *
     * @param by -1 for earlier, 1 for later
     */
    static Plan move(Plan plan, String stage, int by) {
        List<PlanStage> stages = new ArrayList<>(plan.stages());
        int from = stages.indexOf(PlanDesk.stage(plan, stage));
        int to = from + by;
        if (to < 0 || to >= stages.size()) {
            throw Refusal.invalid("hiring.plan.no-further");
        }
        Collections.swap(stages, from, to);
        return with(plan, stages);
    }

    /** With this in the place of the stage of the same id. */
    static Plan replace(Plan plan, PlanStage changed) {
        return with(
                plan,
                plan.stages().stream()
                        .map(stage -> stage.id().equals(changed.id()) ? changed : stage)
                        .toList());
    }

    static Plan terms(Plan plan, Plan.Terms terms) {
        return new Plan(
                plan.id(),
                plan.title(),
                plan.role(),
                plan.levels(),
                plan.summary(),
                plan.stages(),
                terms,
                plan.covers());
    }

    private static Plan with(Plan plan, List<PlanStage> stages) {
        return new Plan(
                plan.id(),
                plan.title(),
                plan.role(),
                plan.levels(),
                plan.summary(),
                stages,
                plan.terms(),
                plan.covers());
    }
}
