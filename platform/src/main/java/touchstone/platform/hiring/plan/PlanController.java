package touchstone.platform.hiring.plan;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.StageDescription;
import touchstone.platform.hiring.Plans;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** The stages of a draft, in their order, and what the catalogue says about the whole. */
@Controller
class PlanController {

    private final PlanDesk desk;
    private final Plans plans;

    PlanController(PlanDesk desk, Plans plans) {
        this.desk = desk;
        this.plans = plans;
    }

    @GetMapping("/openings/{opening}/plan")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView page(@PathVariable UUID opening) {
        Optional<PlanSheet> sheet = desk.sheet(opening);
        if (sheet.isEmpty()) {
            return start(opening);
        }
        return Screen.of(
                "hiring/plan/plan", new PlanView(sheet.get(), desk.catalogue().all(StageDescription.class)));
    }

    /** The templates once more, to begin again from one of them. */
    @GetMapping("/openings/{opening}/plan/start")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView start(@PathVariable UUID opening) {
        return Screen.of(
                "hiring/plan/start",
                new StartView(
                        desk.openings().get(opening),
                        plans.draft(opening),
                        desk.catalogue().plans()));
    }

    @PostMapping("/openings/{opening}/plan/start")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    String start(
            @PathVariable UUID opening,
            @RequestParam int version,
            @RequestParam String template,
            RedirectAttributes redirect) {
        if (template.isEmpty()) {
            plans.startEmpty(opening, version);
        } else {
            plans.startFrom(opening, template, version);
        }
        return Screen.said(redirect, path(opening), "hiring.plan.started");
    }

    @PostMapping("/openings/{opening}/plan/stages")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    String add(
            @PathVariable UUID opening,
            @RequestParam int version,
            @RequestParam String kind,
            RedirectAttributes redirect) {
        StageDescription description = desk.catalogue()
                .find(StageDescription.class, kind)
                .orElseThrow(() -> Refusal.invalid("hiring.plan.no-stage"));
        change(opening, version, plan -> PlanEdits.add(plan, description));
        return Screen.said(redirect, path(opening), "hiring.plan.stage-added", description.title());
    }

    @PostMapping("/openings/{opening}/plan/stages/{stage}/remove")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    String remove(
            @PathVariable UUID opening,
            @PathVariable String stage,
            @RequestParam int version,
            RedirectAttributes redirect) {
        change(opening, version, plan -> PlanEdits.remove(plan, stage));
        return Screen.said(redirect, path(opening), "hiring.plan.stage-removed");
    }

    /** @param by -1 for earlier, 1 for later */
    @PostMapping("/openings/{opening}/plan/stages/{stage}/move")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    String move(
            @PathVariable UUID opening, @PathVariable String stage, @RequestParam int version, @RequestParam int by) {
        change(opening, version, plan -> PlanEdits.move(plan, stage, Integer.signum(by)));
        return "redirect:" + path(opening);
    }

    @PostMapping("/openings/{opening}/plan/undo")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    String undo(@PathVariable UUID opening, @RequestParam int version, RedirectAttributes redirect) {
        plans.undo(opening, version);
        return Screen.said(redirect, path(opening), "hiring.plan.undone");
    }

    private void change(UUID opening, int version, UnaryOperator<Plan> edit) {
        PlanSheet sheet = desk.required(opening);
        if (sheet.change().version() != version) {
            throw Refusal.conflict("hiring.plan.changed-meanwhile");
        }
        plans.save(opening, edit.apply(sheet.plan()), version);
    }

    static String path(UUID opening) {
        return "/openings/" + opening + "/plan";
    }
}
