package touchstone.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Lets a person reach only the pages that are {@link Allowed} to one of their roles. */
@Component
final class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith("touchstone.")) {
            return true;
        }
        Allowed allowed = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class);
        if (allowed == null) {
            throw Refusal.forbidden("access.undeclared");
        }
        if (allowed.everybody()) {
            return true;
        }
        if (Acting.maybe().isEmpty()) {
            return askWho(request, response);
        }
        if (Acting.maybe().filter(person -> person.isAny(allowed.value())).isEmpty()) {
            throw Refusal.forbidden("access.forbidden");
        }
        return true;
    }

    /** A page leads to the sign-in and back; what was sent to be changed is refused where it stands, so nothing is lost. */
    private static boolean askWho(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads) {
            throw Refusal.forbidden("access.signed-out");
        }
        if ("true".equals(request.getHeader("HX-Request"))) {
            boolean page = "true".equals(request.getHeader("HX-Boosted"));
            response.setHeader("HX-Redirect", page ? ReturnPath.signIn(request) : "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", ReturnPath.signIn(request));
        }
        return false;
    }
}
