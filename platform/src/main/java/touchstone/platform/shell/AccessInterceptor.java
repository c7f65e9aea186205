package touchstone.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
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
        if (Acting.maybe().filter(person -> person.isAny(allowed.value())).isEmpty()) {
            throw Refusal.forbidden("access.forbidden");
        }
        return true;
    }
}
