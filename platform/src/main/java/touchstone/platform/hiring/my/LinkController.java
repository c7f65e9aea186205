package touchstone.platform.hiring.my;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.platform.hiring.CandidateLinks;
import touchstone.platform.identity.CandidateSignIn;
import touchstone.platform.shared.Person;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/**
 * Lets candidates in. Opening the link only shows who it is for, because programs that scan e-mail open links too; the
 * button signs in.
 */
@Controller
class LinkController {

    private final CandidateLinks links;
    private final CandidateSignIn signIn;

    LinkController(CandidateLinks links, CandidateSignIn signIn) {
        this.links = links;
        this.signIn = signIn;
    }

    @GetMapping("/c/{token}")
    @Allowed(everybody = true)
    ModelAndView page(@PathVariable String token) {
        return Screen.of(
                "hiring/my/link", new LinkView(links.person(links.look(token)).name(), token));
    }

    @PostMapping("/c/{token}")
    @Allowed(everybody = true)
    ResponseEntity<Void> enter(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Person candidate = links.person(links.look(token));
        signIn.signIn(request, response, candidate.id(), candidate.organisation());
        return Screen.anew(request, "/my");
    }
}
