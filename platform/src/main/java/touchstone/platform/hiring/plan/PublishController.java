package touchstone.platform.hiring.plan;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** Freezing a draft, and the versions that were frozen. A version is read without the catalogue. */
@Controller
class PublishController {

    private final PlanDesk desk;
    private final Openings openings;
    private final Plans plans;
    private final Accounts accounts;

    PublishController(PlanDesk desk, Openings openings, Plans plans, Accounts accounts) {
        this.desk = desk;
        this.openings = openings;
        this.plans = plans;
        this.accounts = accounts;
    }

    @GetMapping("/openings/{opening}/plan/publish")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView page(@PathVariable UUID opening) {
        List<Plans.Version> versions = plans.versions(opening);
        return Screen.of(
                "hiring/plan/publish",
                new PublishView(
                        desk.required(opening),
                        versions,
                        accounts.names(versions.stream().map(Plans.Version::by).toList())));
    }

    @PostMapping("/openings/{opening}/plan/publish")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    String publish(@PathVariable UUID opening, @RequestParam int version, RedirectAttributes redirect) {
        FrozenPlan frozen = plans.publish(opening, version);
        return Screen.said(
                redirect,
                "/openings/" + opening,
                "hiring.plan.published",
                frozen.publication().number());
    }

    @GetMapping("/openings/{opening}/plan/versions/{version}")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView version(@PathVariable UUID opening, @PathVariable UUID version) {
        Plans.Version stored = plans.versions(opening).stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("hiring.plan.missing"));
        return Screen.of(
                "hiring/plan/version",
                new VersionView(
                        openings.get(opening),
                        stored,
                        plans.version(version),
                        plans.isIntact(version),
                        accounts.names(List.of(stored.by())).getOrDefault(stored.by(), "")));
    }
}
