package touchstone.platform.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.ReturnPath;
import touchstone.platform.shell.Screen;

@Controller
class SignInController {

    @GetMapping("/sign-in")
    @Allowed(everybody = true)
    ModelAndView page(HttpServletRequest request) {
        return Screen.of(
                "identity/signin/sign-in",
                new SignInView(
                        request.getParameter("failed") != null,
                        request.getParameter("out") != null,
                        ReturnPath.checked(request.getParameter("to")).orElse("")));
    }
}
