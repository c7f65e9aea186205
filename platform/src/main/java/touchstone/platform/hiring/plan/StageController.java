package touchstone.platform.hiring.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageDescription;
import touchstone.platform.hiring.Plans;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** One stage of a draft: its length, who holds it, what it rates, its questions. */
@Controller
class StageController {

    private static final String PATH = "/openings/{opening}/plan/stages/{stage}";

    private final PlanDesk desk;
    private final Plans plans;

    StageController(PlanDesk desk, Plans plans) {
        this.desk = desk;
        this.plans = plans;
    }

    @GetMapping(PATH)
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView page(@PathVariable UUID opening, @PathVariable String stage, @ModelAttribute QuestionFilter filter) {
        PlanSheet sheet = desk.required(opening);
        return Screen.of(
                "hiring/plan/stage", view(sheet, PlanDesk.stage(sheet.plan(), stage), filter, Optional.empty()));
    }

    /** Keeps what was entered, then goes back to the plan or on to the questions that were looked for. */
    @PostMapping(PATH)
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    Object save(
            @PathVariable UUID opening,
            @PathVariable String stage,
            @ModelAttribute StageForm form,
            @ModelAttribute QuestionFilter filter,
            @RequestParam(defaultValue = "") String then,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PlanSheet kept = desk.required(opening);
        PlanStage before = PlanDesk.stage(kept.plan(), stage);
        PlanStage entered = form.over(before);
        Plan plan = PlanEdits.replace(kept.plan(), entered);
        if (kept.change().version() != form.version()) {
            return conflict(kept, entered, filter, response);
        }
        try {
            plans.save(opening, plan, form.version());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            return conflict(desk.required(opening), entered, filter, response);
        }
        return then.equals("search")
                ? "redirect:" + filter.address(PlanController.path(opening) + "/stages/" + stage)
                : Screen.said(redirect, PlanController.path(opening), "hiring.plan.stage-kept", entered.title());
    }

    /** The page as it was typed, over the plan as it stands now; saving again keeps what was typed. */
    private ModelAndView conflict(
            PlanSheet kept, PlanStage entered, QuestionFilter filter, HttpServletResponse response) {
        PlanStage stored = PlanDesk.stage(kept.plan(), entered.id());
        PlanSheet sheet = desk.with(kept, PlanEdits.replace(kept.plan(), entered));
        response.setHeader("HX-Retarget", "body");
        response.setHeader("HX-Reswap", "innerHTML show:window:top");
        return Screen.of("hiring/plan/stage", view(sheet, entered, filter, Optional.of(stored)), HttpStatus.CONFLICT);
    }

    /** Matrix and warnings as they would be with what is entered. */
    @PostMapping(PATH + "/preview")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView preview(@PathVariable UUID opening, @PathVariable String stage, @ModelAttribute StageForm form) {
        PlanSheet sheet = desk.required(opening);
        return Screen.of(
                "hiring/plan/check", desk.with(sheet, PlanEdits.replace(sheet.plan(), entered(sheet, stage, form))));
    }

    /** The questions that were looked for, beside those that are chosen. */
    @PostMapping(PATH + "/questions")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView questions(
            @PathVariable UUID opening,
            @PathVariable String stage,
            @ModelAttribute StageForm form,
            @ModelAttribute QuestionFilter filter) {
        PlanSheet sheet = desk.required(opening);
        return Screen.of("hiring/plan/questions", view(sheet, entered(sheet, stage, form), filter, Optional.empty()));
    }

    /** While somebody types, a number may be half there; then the stage is shown as it was kept. */
    private static PlanStage entered(PlanSheet sheet, String stage, StageForm form) {
        PlanStage kept = PlanDesk.stage(sheet.plan(), stage);
        try {
            return form.over(kept);
        } catch (Refusal unfinished) {
            return kept;
        }
    }

    private StageView view(PlanSheet sheet, PlanStage stage, QuestionFilter filter, Optional<PlanStage> stored) {
        TreeSet<String> labs = new TreeSet<>();
        desk.catalogue()
                .plans()
                .forEach(plan -> plan.stages().forEach(one -> one.lab().ifPresent(labs::add)));
        return new StageView(
                sheet,
                stage,
                desk.catalogue().get(StageDescription.class, stage.kind().id()),
                Kit.of(desk.catalogue(), sheet.opening(), stage, filter.wanted()),
                stored,
                labs.stream().toList());
    }

    /** What questions somebody looks for. */
    record QuestionFilter(
            @Nullable String q,
            @Nullable String by,
            @Nullable String all) {

        Kit.Wanted wanted() {
            return new Kit.Wanted(q == null ? "" : q, by == null ? "" : by, all != null);
        }

        String address(String path) {
            UriComponentsBuilder address =
                    UriComponentsBuilder.fromPath(path).queryParam("q", "{q}").queryParam("by", "{by}");
            if (all != null) {
                address.queryParam("all", "true");
            }
            return address.encode()
                    .buildAndExpand(wanted().text(), wanted().competency())
                    .toUriString();
        }
    }
}
