package touchstone.platform.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong before a page is reached: a form from another site, a request that the server cannot read. */
@Controller
public class Failures implements ErrorController {

    /** A request attribute with the code of the sentence to show. */
    public static final String CODE = Failures.class.getName() + ".code";

    @RequestMapping("/error")
    @Allowed(everybody = true)
    ModelAndView failed(HttpServletRequest request) {
        Object stored = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = stored instanceof Integer code ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
        Object code = request.getAttribute(CODE);
        return Refusals.problem(
                request,
                new ProblemView(code instanceof String said ? said : code(status), List.of(), status.value(), ""),
                status);
    }

    private static String code(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "problem.not-found";
        }
        return status.is5xxServerError() ? "problem.failed" : "problem.unusable";
    }
}
