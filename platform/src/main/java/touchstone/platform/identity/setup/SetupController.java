package touchstone.platform.identity.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Links;
import touchstone.platform.identity.Zones;
import touchstone.platform.identity.signin.SessionStart;
import touchstone.platform.identity.signin.SignedIn;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class SetupController {

    private final Links links;
    private final FirstOrganisation first;
    private final SessionStart start;

    SetupController(Links links, FirstOrganisation first, SessionStart start) {
        this.links = links;
        this.first = first;
        this.start = start;
    }

    @GetMapping("/setup/{token}")
    @Allowed(everybody = true)
    ModelAndView page(@PathVariable String token) {
        links.look(Links.Kind.SETUP, token);
        return Screen.of(
                "identity/setup/setup",
                new SetupView(
                        token, Zones.proposed(), Set.of(Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER)));
    }

    @PostMapping("/setup/{token}")
    @Allowed(everybody = true)
    ResponseEntity<Void> make(
            @PathVariable String token,
            @ModelAttribute FirstOrganisation.Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account account = first.make(token, form);
        start.begin(request, response, SignedIn.account(account), "setup");
        return Screen.anew(request, "/");
    }
}
