package touchstone.platform.shell;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this installation: {@code touchstone.public-url}, or the local port when nobody has said. Links in
 * e-mails begin with it; when it is https, cookies are sent over https only and a proxy's headers are believed.
 */
@Component
public class PublicAddress {

    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /** The full address of a path that begins with a slash. */
    public String of(String path) {
        String start = configured()
                .orElseGet(() -> "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080"));
        return start.replaceAll("/+$", "") + path;
    }

    /** Whether people come over https. */
    public boolean secure() {
        return configured().filter(url -> url.startsWith("https://")).isPresent();
    }

    private Optional<String> configured() {
        return Optional.ofNullable(environment.getProperty("touchstone.public-url"))
                .filter(url -> !url.isBlank());
    }
}
