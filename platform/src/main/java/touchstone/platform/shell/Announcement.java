package touchstone.platform.shell;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on standard output where the application can be reached, as soon as it can. */
@Component
final class Announcement {

    private final String publicUrl;

    Announcement(@Value("${touchstone.public-url:}") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    @EventListener
    @Order(0)
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String address = publicUrl.isEmpty()
                    ? "http://127.0.0.1:" + web.getWebServer().getPort()
                    : publicUrl;
            System.out.println("Touchstone is ready: " + address + "  (Ctrl-C stops it)");
        }
    }
}
