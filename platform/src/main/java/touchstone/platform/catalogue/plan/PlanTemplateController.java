package touchstone.platform.catalogue.plan;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.plan.CoverageMatrix;
import touchstone.catalogue.plan.PlanCheck;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.EntryLink;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class PlanTemplateController {

    private final CurrentCatalogue catalogue;

    PlanTemplateController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue/plans/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(@PathVariable String id) {
        Catalogue all = catalogue.get();
        Plan plan = all.plan(id).orElseThrow(() -> Refusal.missing("catalogue.missing"));
        return Screen.of(
                "catalogue/plan/plan",
                new PlanView(
                        plan,
                        EntryLink.of(all.get(touchstone.catalogue.content.Role.class, plan.role())),
                        all.levels().stream()
                                .filter(level -> plan.levels().contains(level.level()))
                                .map(Entry::title)
                                .toList(),
                        plan.stages().stream().map(stage -> stage(stage, all)).toList(),
                        CoverageMatrix.of(plan, all),
                        PlanCheck.of(plan, all),
                        plan.stages().stream()
                                .filter(stage -> stage.kind().isInterview())
                                .mapToInt(PlanStage::minutes)
                                .sum()));
    }

    private static PlanView.Stage stage(PlanStage stage, Catalogue all) {
        return new PlanView.Stage(
                stage,
                all.find(StageDescription.class, stage.kind().id())
                        .map(Entry::title)
                        .orElse(stage.kind().id()),
                stage.questions().stream()
                        .flatMap(id -> all.question(id).stream())
                        .map(EntryLink::of)
                        .toList());
    }
}
