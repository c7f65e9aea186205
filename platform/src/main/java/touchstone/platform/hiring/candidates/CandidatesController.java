package touchstone.platform.hiring.candidates;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidate;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.identity.Zones;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

/** Finding candidates and taking up new ones. */
@Controller
class CandidatesController {

    private static final int PLACE = 40;

    private final Candidates candidates;
    private final Applications applications;
    private final Engagements engagements;
    private final TransactionTemplate transactions;

    CandidatesController(
            Candidates candidates,
            Applications applications,
            Engagements engagements,
            TransactionTemplate transactions) {
        this.candidates = candidates;
        this.applications = applications;
        this.engagements = engagements;
        this.transactions = transactions;
    }

    /** What was entered about a new candidate. */
    record NewCandidate(
            String name,
            String email,
            @Nullable String zone,
            @Nullable String source,
            @Nullable UUID opening) {}

    @Bean
    static NavigationEntry candidatesEntry() {
        return new NavigationEntry(
                PLACE,
                "/candidates",
                "hiring.candidate.navigation",
                Set.of(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR));
    }

    @GetMapping("/candidates")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        Candidates.Found found = candidates.search(q, page);
        return Screen.of(
                "hiring/candidates/candidates",
                new CandidatesView(
                        q,
                        found,
                        engagements.of(
                                found.candidates().stream().map(Candidate::id).toList())));
    }

    @GetMapping("/candidates/new")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView form(@RequestParam Optional<UUID> opening) {
        return Screen.of(
                "hiring/candidates/new-candidate",
                new NewCandidateView(
                        applications.positions(false),
                        opening,
                        Acting.person().zone().getId()));
    }

    /** The candidate and the first application are made together or not at all. */
    @PostMapping("/candidates")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String add(@ModelAttribute NewCandidate form, RedirectAttributes redirect) {
        ZoneId zone = Zones.of(form.zone());
        String path = transactions.execute(status -> {
            UUID candidate =
                    candidates.add(form.name(), form.email(), zone, form.source() == null ? "" : form.source());
            return form.opening() == null
                    ? "/candidates/" + candidate
                    : "/applications/" + applications.apply(candidate, form.opening());
        });
        return Screen.said(redirect, String.valueOf(path), "hiring.candidate.added", form.name());
    }
}
