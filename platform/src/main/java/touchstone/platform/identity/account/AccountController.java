package touchstone.platform.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.identity.Passwords;
import touchstone.platform.identity.Sessions;
import touchstone.platform.identity.Zones;
import touchstone.platform.identity.signin.Throttle;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class AccountController {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;

    AccountController(Accounts accounts, Passwords passwords, Sessions sessions, Throttle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @GetMapping("/account")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(HttpServletRequest request) {
        Account own = own();
        return Screen.of(
                "identity/account/account",
                new AccountView(own, sessions.of(own.id(), request.getSession().getId())));
    }

    @PostMapping("/account")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    String change(@RequestParam String name, @RequestParam String zone, RedirectAttributes redirect) {
        accounts.rename(own().id(), name, Zones.of(zone));
        return Screen.said(redirect, "/account", "identity.own.changed");
    }

    @PostMapping("/account/password")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    String password(
            @RequestParam String current,
            @RequestParam String password,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Account own = own();
        Throttle.Try counted = throttle.count("sign-in", own.email(), request.getRemoteAddr());
        if (!counted.admitted()) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "identity.own.too-many");
        }
        if (!passwords.matches(own.id(), current)) {
            throw Refusal.invalid("identity.own.wrong");
        }
        throttle.succeeded(counted);
        passwords.set(own, password);
        sessions.endOthers(own.id(), request.getSession().getId());
        return Screen.said(redirect, "/account", "identity.own.password-changed");
    }

    @PostMapping("/account/sessions/end")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    String end(@RequestParam String session, RedirectAttributes redirect) {
        sessions.end(own().id(), session);
        return Screen.said(redirect, "/account", "identity.own.session-ended");
    }

    @PostMapping("/account/sessions/end-others")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    String endOthers(HttpServletRequest request, RedirectAttributes redirect) {
        int ended = sessions.endOthers(own().id(), request.getSession().getId());
        return Screen.said(redirect, "/account", "identity.own.others-ended", ended);
    }

    private Account own() {
        return accounts.find(Acting.person().id()).orElseThrow(() -> Refusal.missing("identity.account.missing"));
    }
}
