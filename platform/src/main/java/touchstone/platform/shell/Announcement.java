package touchstone.platform.shell;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on standard output where the application can be reached, as soon as it can. */
@Component
final class Announcement {

    private final PublicAddress address;

    Announcement(PublicAddress address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void ready() {
        System.out.println("Touchstone is ready: " + address.of("") + "  (Ctrl-C stops it)");
    }
}
