package touchstone.platform.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import touchstone.platform.shared.Acting;

/** Renders the templates that stand beside their controllers; they were compiled with the application. */
@Component
final class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "touchstone.templates");
    private final MessageSource messages;
    private final InstantSource clock;
    private final List<NavigationEntry> navigation;
    private final boolean examples;

    JteViews(
            MessageSource messages,
            InstantSource clock,
            List<NavigationEntry> navigation,
            @Value("${touchstone.demo:false}") boolean examples) {
        this.messages = messages;
        this.clock = clock;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.examples = examples;
        engine.setBinaryStaticContent(false);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:")) {
            RedirectView redirect = new RedirectView(name.substring("redirect:".length()), true, false, false);
            redirect.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
            return redirect;
        }
        return (model, request, response) -> render(name, model, request, response);
    }

    private void render(
            String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object view = model == null ? null : model.get("view");
        if (model == null || view == null) {
            throw new IllegalStateException("the page " + name + " has no view");
        }
        Object said = model.get(Screen.SAID);
        Frame frame = new Frame(
                messages,
                Acting.maybe(),
                csrf(request),
                new Frame.Place(request.getRequestURI(), navigation, examples),
                Optional.ofNullable(said instanceof Frame.Said one ? one : null),
                clock.instant());
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name + ".jte", Map.of("frame", frame, "view", view), output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken csrf
                ? new Frame.Csrf(csrf.getParameterName(), csrf.getHeaderName(), csrf.getToken())
                : new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
