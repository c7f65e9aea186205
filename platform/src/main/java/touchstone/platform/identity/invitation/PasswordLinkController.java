package touchstone.platform.identity.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.AccountLinks;
import touchstone.platform.identity.Links;
import touchstone.platform.identity.signin.SessionStart;
import touchstone.platform.identity.signin.SignedIn;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class PasswordLinkController {

    private final AccountLinks links;
    private final SessionStart start;

    PasswordLinkController(AccountLinks links, SessionStart start) {
        this.links = links;
        this.start = start;
    }

    @GetMapping("/invitation/{token}")
    @Allowed(everybody = true)
    ModelAndView invitation(@PathVariable String token) {
        return page(Links.Kind.INVITATION, token, "invitation");
    }

    @PostMapping("/invitation/{token}")
    @Allowed(everybody = true)
    ResponseEntity<Void> accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return signedIn(links.accept(Links.Kind.INVITATION, token, password), "invitation", request, response);
    }

    @GetMapping("/reset/{token}")
    @Allowed(everybody = true)
    ModelAndView reset(@PathVariable String token) {
        return page(Links.Kind.RESET, token, "reset");
    }

    @PostMapping("/reset/{token}")
    @Allowed(everybody = true)
    ResponseEntity<Void> set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return signedIn(links.accept(Links.Kind.RESET, token, password), "reset", request, response);
    }

    private ModelAndView page(Links.Kind kind, String token, String name) {
        Account account = links.look(kind, token);
        return Screen.of(
                "identity/invitation/password-link",
                new PasswordLinkView("identity." + name, "/" + name + "/" + token, account.name(), account.email()));
    }

    private ResponseEntity<Void> signedIn(
            Account account, String way, HttpServletRequest request, HttpServletResponse response) {
        start.begin(request, response, SignedIn.account(account), way);
        return Screen.anew(request, "/");
    }
}
