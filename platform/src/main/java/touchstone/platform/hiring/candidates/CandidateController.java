package touchstone.platform.hiring.candidates;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Candidate;
import touchstone.platform.hiring.CandidateLinks;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.hiring.Erasure;
import touchstone.platform.identity.Zones;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** One candidate: their applications, their contact, their data. */
@Controller
class CandidateController {

    private final Candidates candidates;
    private final Applications applications;
    private final Engagements engagements;
    private final Erasure erasure;
    private final CandidateLinks links;

    CandidateController(
            Candidates candidates,
            Applications applications,
            Engagements engagements,
            Erasure erasure,
            CandidateLinks links) {
        this.candidates = candidates;
        this.applications = applications;
        this.engagements = engagements;
        this.erasure = erasure;
        this.links = links;
    }

    /** What was entered about a candidate. */
    record Changed(
            String name,
            String email,
            @Nullable String zone,
            @Nullable String source,
            int version) {}

    @GetMapping("/candidates/{id}")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page(@PathVariable UUID id) {
        Candidate candidate = candidates.get(id);
        List<Engagement> own = engagements.of(List.of(id)).getOrDefault(id, List.of());
        Set<UUID> applied = engagements.openings(id);
        List<Candidacy.Position> positions = candidate.erased()
                ? List.of()
                : applications.positions(false).stream()
                        .filter(position -> !applied.contains(position.id()))
                        .toList();
        return Screen.of(
                "hiring/candidates/candidate",
                new CandidateView(candidate, own, positions, Acting.person().is(Role.ADMINISTRATOR)));
    }

    @PostMapping("/candidates/{id}")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String change(@PathVariable UUID id, @ModelAttribute Changed form, RedirectAttributes redirect) {
        candidates.change(
                id,
                form.name(),
                form.email(),
                Zones.of(form.zone()),
                form.source() == null ? "" : form.source(),
                form.version());
        return Screen.said(redirect, "/candidates/" + id, "hiring.candidate.saved");
    }

    @PostMapping("/candidates/{id}/applications")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String apply(@PathVariable UUID id, @RequestParam UUID opening, RedirectAttributes redirect) {
        UUID application = applications.apply(id, opening);
        return Screen.said(redirect, "/applications/" + application, "hiring.application.started");
    }

    @PostMapping("/candidates/{id}/link")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String link(@PathVariable UUID id, RedirectAttributes redirect) {
        links.renew(id);
        return Screen.said(redirect, "/candidates/" + id, "hiring.candidate.link.sent");
    }

    @PostMapping("/candidates/{id}/erase")
    @Allowed(Role.ADMINISTRATOR)
    String erase(@PathVariable UUID id, @RequestParam(defaultValue = "") String sure, RedirectAttributes redirect) {
        if (!sure.equals("yes")) {
            throw Refusal.invalid("hiring.candidate.not-sure");
        }
        erasure.erase(id);
        return Screen.said(redirect, "/candidates/" + id, "hiring.candidate.erased-now");
    }
}
