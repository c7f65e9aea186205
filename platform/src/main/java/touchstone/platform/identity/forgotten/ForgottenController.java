package touchstone.platform.identity.forgotten;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.identity.AccountLinks;
import touchstone.platform.identity.signin.Throttle;
import touchstone.platform.shared.Entered;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** Says the same to everybody, after the same work: whether an address is known cannot be learnt here. */
@Controller
class ForgottenController {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenController.class);
    private static final int MOST = 254;

    private final AccountLinks links;
    private final Throttle throttle;

    ForgottenController(AccountLinks links, Throttle throttle) {
        this.links = links;
        this.throttle = throttle;
    }

    @GetMapping("/forgotten")
    @Allowed(everybody = true)
    ModelAndView page() {
        return Screen.of("identity/forgotten/forgotten", new ForgottenView());
    }

    @PostMapping("/forgotten")
    @Allowed(everybody = true)
    String send(
            @RequestParam(defaultValue = "") String email, HttpServletRequest request, RedirectAttributes redirect) {
        String address = Entered.required("E-mail", email, MOST).toLowerCase(Locale.ROOT);
        if (throttle.count("forgotten", address, request.getRemoteAddr()).admitted()) {
            Thread.ofVirtual().start(() -> sendApart(address));
        }
        return Screen.said(redirect, "/forgotten", "identity.forgotten.said");
    }

    /** Apart from the request, so that a known address takes no longer than an unknown one. */
    private void sendApart(String address) {
        try {
            links.forgotten(address);
        } catch (RuntimeException failed) {
            LOG.error("a link for a new password could not be sent", failed);
        }
    }
}
