package touchstone.platform.hiring.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Participant;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** One application: where it stands, moving it, ending it, who is on it. */
@Controller
class ApplicationController {

    private final Applications applications;
    private final ApplicationViews views;

    ApplicationController(Applications applications, ApplicationViews views) {
        this.applications = applications;
        this.views = views;
    }

    /** Where to move it. The board sends itself as the way back. */
    record Move(
            String stage,
            @Nullable String reason,
            int version,
            @Nullable String back) {}

    /** How it ends. */
    record End(Candidacy.State state, @Nullable String reason, int version) {}

    /** Who joins or leaves. */
    record Place(UUID account, Participant.Capacity capacity) {}

    @GetMapping("/applications/{id}")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(@PathVariable UUID id) {
        return Screen.of("hiring/application/application", views.of(id));
    }

    @PostMapping("/applications/{id}/move")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String move(@PathVariable UUID id, @ModelAttribute Move form, RedirectAttributes redirect) {
        applications.move(id, form.stage(), text(form.reason()), form.version());
        Candidacy moved = applications.get(id);
        String back = form.back() != null && form.back().matches("/board(\\?[-a-z0-9=&]*)?")
                ? form.back()
                : "/applications/" + id;
        return Screen.said(
                redirect,
                back,
                "hiring.application.moved",
                moved.candidate().name(),
                moved.stage().title());
    }

    @PostMapping("/applications/{id}/close")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String close(@PathVariable UUID id, @ModelAttribute End form, RedirectAttributes redirect) {
        applications.close(id, form.state(), text(form.reason()), form.version());
        return Screen.said(redirect, "/applications/" + id, "hiring.application.closed");
    }

    @PostMapping("/applications/{id}/participants")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String involve(@PathVariable UUID id, @ModelAttribute Place form, RedirectAttributes redirect) {
        applications.involve(id, form.account(), form.capacity());
        return Screen.said(redirect, "/applications/" + id, "hiring.application.involved");
    }

    @PostMapping("/applications/{id}/participants/remove")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String release(@PathVariable UUID id, @ModelAttribute Place form, RedirectAttributes redirect) {
        applications.release(id, form.account(), form.capacity());
        return Screen.said(redirect, "/applications/" + id, "hiring.application.released");
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered;
    }
}
