package touchstone.platform.catalogue.role;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.Policy;
import touchstone.catalogue.content.Role.Weight;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.EntryLink;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class RoleProfileController {

    private final CurrentCatalogue catalogue;

    RoleProfileController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue/roles/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(@PathVariable String id) {
        Catalogue all = catalogue.get();
        touchstone.catalogue.content.Role role = all.role(id).orElseThrow(() -> Refusal.missing("catalogue.missing"));
        List<String> counted = role.competencies().stream().map(Weight::id).toList();
        return Screen.of(
                "catalogue/role/role",
                new RoleView(
                        role,
                        role.competencies().stream()
                                .sorted(Comparator.comparingInt(Weight::weight).reversed())
                                .flatMap(weight -> all.competency(weight.id()).stream()
                                        .map(one -> new RoleView.Weighted(EntryLink.of(one), weight.weight())))
                                .toList(),
                        all.competencies().stream()
                                .filter(one -> !counted.contains(one.id()))
                                .map(EntryLink::of)
                                .toList(),
                        all.all(AvoidedKind.class).stream()
                                .filter(avoided -> avoided.roles().contains(id))
                                .toList(),
                        all.plans().stream()
                                .filter(plan -> plan.role().equals(id))
                                .map(EntryLink::of)
                                .toList(),
                        (int) all.questions().stream()
                                .filter(question -> question.reasonAgainst(id).isPresent()
                                        || role.policyFor(question.use().kind()) instanceof Policy.OutOfBounds)
                                .count()));
    }
}
