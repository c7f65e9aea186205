package touchstone.platform.hiring.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.plan.CoverageMatrix;
import touchstone.catalogue.plan.PlanCheck;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.hiring.Opening;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;
import touchstone.platform.shared.Refusal;

/** Puts a draft and what the catalogue says about it together. */
@Component
record PlanDesk(Openings openings, Plans plans, CurrentCatalogue current) {

    Catalogue catalogue() {
        return current.get();
    }

    /** The draft as it is kept; empty when none was started. */
    Optional<PlanSheet> sheet(UUID opening) {
        Plans.Draft draft = plans.draft(opening);
        return draft.plan()
                .map(plan -> sheet(openings.get(opening), plan, new PlanSheet.Change(draft.version(), draft.undo())));
    }

    /** @throws Refusal when no draft was started */
    PlanSheet required(UUID opening) {
        return sheet(opening).orElseThrow(() -> Refusal.missing("hiring.plan.empty"));
    }

    /** The same page with another plan, such as one that somebody has entered and not kept. */
    PlanSheet with(PlanSheet sheet, Plan plan) {
        return sheet(sheet.opening(), plan, sheet.change());
    }

    private PlanSheet sheet(Opening opening, Plan plan, PlanSheet.Change change) {
        Catalogue catalogue = current.get();
        return new PlanSheet(
                opening,
                plan,
                change,
                PlanCheck.of(plan, catalogue),
                CoverageMatrix.of(plan, catalogue),
                catalogue.all(StageDescription.class).stream()
                        .collect(Collectors.toMap(StageDescription::id, StageDescription::title)),
                competencies(catalogue, opening.role()));
    }

    private static Map<String, Competency> competencies(Catalogue catalogue, String role) {
        Map<String, Competency> all = new LinkedHashMap<>();
        catalogue.role(role).stream()
                .flatMap(found -> found.competencies().stream())
                .flatMap(weight -> catalogue.competency(weight.id()).stream())
                .forEach(one -> all.put(one.id(), one));
        catalogue.competencies().forEach(one -> all.putIfAbsent(one.id(), one));
        return all;
    }

    static PlanStage stage(Plan plan, String id) {
        return plan.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("hiring.plan.no-stage"));
    }
}
