package touchstone.platform.hiring.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.Plan;
import touchstone.platform.hiring.Plans;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** Weights, decision rule and clock of a draft, beside the bar of the opening's level. */
@Controller
class TermsController {

    private final PlanDesk desk;
    private final Plans plans;

    TermsController(PlanDesk desk, Plans plans) {
        this.desk = desk;
        this.plans = plans;
    }

    @GetMapping("/openings/{opening}/plan/terms")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView page(@PathVariable UUID opening) {
        return Screen.of("hiring/plan/terms", new TermsView(desk.required(opening), Optional.empty()));
    }

    @PostMapping("/openings/{opening}/plan/terms")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    Object save(
            @PathVariable UUID opening,
            @RequestParam int version,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PlanSheet kept = desk.required(opening);
        Plan plan = PlanEdits.terms(
                kept.plan(), TermsForm.of(fields, kept.competencies().keySet()));
        if (kept.change().version() != version) {
            return conflict(kept, plan, response);
        }
        try {
            plans.save(opening, plan, version);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            return conflict(desk.required(opening), plan, response);
        }
        return Screen.said(redirect, PlanController.path(opening) + "/terms", "hiring.plan.terms-kept");
    }

    private ModelAndView conflict(PlanSheet kept, Plan entered, HttpServletResponse response) {
        PlanSheet sheet = desk.with(kept, PlanEdits.terms(kept.plan(), entered.terms()));
        response.setHeader("HX-Retarget", "body");
        response.setHeader("HX-Reswap", "innerHTML show:window:top");
        return Screen.of(
                "hiring/plan/terms",
                new TermsView(sheet, Optional.of(kept.plan().terms())),
                HttpStatus.CONFLICT);
    }

    /** Matrix and warnings as they would be with what is entered. */
    @PostMapping("/openings/{opening}/plan/terms/preview")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView preview(@PathVariable UUID opening, @RequestParam Map<String, String> fields) {
        PlanSheet sheet = desk.required(opening);
        return Screen.of("hiring/plan/check", desk.with(sheet, entered(sheet, fields)));
    }

    /** While somebody types, a number may be half there; then the plan is shown as it was kept. */
    private static Plan entered(PlanSheet sheet, Map<String, String> fields) {
        try {
            return PlanEdits.terms(
                    sheet.plan(), TermsForm.of(fields, sheet.competencies().keySet()));
        } catch (Refusal unfinished) {
            return sheet.plan();
        }
    }
}
