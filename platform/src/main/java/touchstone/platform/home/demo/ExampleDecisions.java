package touchstone.platform.home.demo;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The end of the example applications that were decided. */
@Component
final class ExampleDecisions {

    void decide(Cast.End end, UUID application, Troupe troupe) {}
}
