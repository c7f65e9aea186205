package touchstone.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page of this site that a person wanted before they signed in. */
public final class ReturnPath {

    private static final int MOST = 1000;

    /** A path of this site: one slash, then visible ASCII without a backslash, which browsers take for a slash. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private ReturnPath() {}

    /** The path, if it leads nowhere but to a page of this site. */
    public static Optional<String> checked(@Nullable String path) {
        return Optional.ofNullable(path)
                .filter(text -> text.length() <= MOST && OWN.matcher(text).matches())
                .filter(text -> !text.startsWith("/sign-") && !text.startsWith("/error"));
    }

    /** The sign-in page that leads back to what is asked for. */
    static String signIn(HttpServletRequest request) {
        String query = request.getQueryString();
        return signIn(checked(request.getRequestURI() + (query == null ? "" : "?" + query)));
    }

    /** The sign-in page that leads to the path afterwards. */
    public static String signIn(Optional<String> to) {
        return "/sign-in"
                + to.filter(path -> !path.equals("/"))
                        .map(path -> "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                        .orElse("");
    }
}
