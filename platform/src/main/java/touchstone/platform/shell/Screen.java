package touchstone.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a controller answers with. */
public final class Screen {

    static final String SAID = "said";

    private Screen() {}

    /**
     * A page or a fragment.
     *
     * @param template path of the template without its ending, from the application's package, such as
     *     {@code hiring/openings/openings}
     * @param view what the template renders, its parameter {@code view}
     */
    public static ModelAndView of(String template, Object view) {
        return new ModelAndView(template, "view", view);
    }

    /** A page that says that something was wrong. */
    public static ModelAndView of(String template, Object view, HttpStatus status) {
        ModelAndView screen = of(template, view);
        screen.setStatus(status);
        return screen;
    }

    /** On to another page after something was done. */
    public static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** On to a page that is loaded as a whole, because another person acts from here on. */
    public static ResponseEntity<Void> anew(HttpServletRequest request, String path) {
        if ("true".equals(request.getHeader("HX-Request"))) {
            return ResponseEntity.ok().header("HX-Redirect", path).build();
        }
        return to(path);
    }

    /** On to another page, which then says in one sentence what was done. */
    public static String said(RedirectAttributes redirect, String path, String key, Object... arguments) {
        redirect.addFlashAttribute(SAID, new Frame.Said(key, java.util.List.of(arguments)));
        return "redirect:" + path;
    }
}
