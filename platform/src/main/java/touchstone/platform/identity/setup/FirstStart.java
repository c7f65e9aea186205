package touchstone.platform.identity.setup;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.Links;
import touchstone.platform.identity.Organisations;
import touchstone.platform.shell.PublicAddress;

/** Prints a link, as long as there is no organisation, for the person who started the application. */
@Component
class FirstStart {

    private static final Duration VALID = Duration.ofDays(2);

    private final Organisations organisations;
    private final Links links;
    private final PublicAddress address;

    FirstStart(Organisations organisations, Links links, PublicAddress address) {
        this.organisations = organisations;
        this.links = links;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        if (organisations.all().isEmpty()) {
            String token = links.issue(Links.Kind.SETUP, Optional.empty(), VALID);
            System.out.println("Open " + address.of("/setup/" + token));
        } else {
            links.withdraw(Links.Kind.SETUP, Optional.empty());
        }
    }
}
