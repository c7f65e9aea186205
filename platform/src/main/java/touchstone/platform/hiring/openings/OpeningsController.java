package touchstone.platform.hiring.openings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.Level;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.hiring.Opening;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

/** The openings of the organisation: all, a new one, one of them, closing it. */
@Controller
class OpeningsController {

    private static final int PLACE = 20;

    private final Openings openings;
    private final Plans plans;
    private final Accounts accounts;
    private final CurrentCatalogue catalogue;
    private final TransactionTemplate transactions;

    OpeningsController(
            Openings openings,
            Plans plans,
            Accounts accounts,
            CurrentCatalogue catalogue,
            TransactionTemplate transactions) {
        this.openings = openings;
        this.plans = plans;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.transactions = transactions;
    }

    /** What was entered about a new opening; without a template it starts with an empty plan. */
    record NewOpening(String title, String team, String role, String level, UUID manager, String template) {}

    @Bean
    static NavigationEntry openingsEntry() {
        return new NavigationEntry(
                PLACE,
                "/openings",
                "hiring.opening.navigation",
                Set.of(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR));
    }

    @GetMapping("/openings")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView list() {
        List<Opening> all = openings.all();
        return Screen.of(
                "hiring/openings/openings",
                new OpeningsView(
                        all,
                        openings.activeApplications(),
                        accounts.names(all.stream().map(Opening::hiringManager).toList()),
                        roles()));
    }

    @GetMapping("/openings/new")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView form(@RequestParam(defaultValue = "") String template) {
        return Screen.of(
                "hiring/openings/new-opening",
                new NewOpeningView(
                        accounts.with(Role.HIRING_MANAGER),
                        Acting.person().id(),
                        catalogue.get().roles(),
                        catalogue.get().levels(),
                        catalogue.get().plans(),
                        template));
    }

    /** The opening and its first draft are made together or not at all. */
    @PostMapping("/openings")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    String create(@ModelAttribute NewOpening form, RedirectAttributes redirect) {
        Level level = level(form.level());
        UUID created = transactions.execute(status -> {
            UUID opening = openings.create(form.title(), form.team(), form.role(), level, form.manager());
            int version = openings.get(opening).version();
            if (form.template().isEmpty()) {
                plans.startEmpty(opening, version);
            } else {
                plans.startFrom(opening, form.template(), version);
            }
            return opening;
        });
        return Screen.said(redirect, "/openings/" + created + "/plan", "hiring.opening.created", form.title());
    }

    private static Level level(String id) {
        try {
            return Level.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("hiring.opening.no-level");
        }
    }

    @GetMapping("/openings/{opening}")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    ModelAndView one(@PathVariable UUID opening) {
        Opening found = openings.get(opening);
        return Screen.of(
                "hiring/openings/opening",
                new OpeningView(
                        found,
                        accounts.names(List.of(found.hiringManager())).getOrDefault(found.hiringManager(), ""),
                        roles().getOrDefault(found.role(), found.role()),
                        plans.current(opening),
                        plans.draft(opening),
                        openings.pipeline(opening)));
    }

    @PostMapping("/openings/{opening}/close")
    @Allowed({Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR})
    String close(@PathVariable UUID opening, @RequestParam int version, RedirectAttributes redirect) {
        openings.close(opening, version);
        return Screen.said(redirect, "/openings/" + opening, "hiring.opening.closed-now");
    }

    private Map<String, String> roles() {
        return catalogue.get().roles().stream()
                .collect(Collectors.toMap(
                        touchstone.catalogue.content.Role::id, touchstone.catalogue.content.Role::title));
    }
}
