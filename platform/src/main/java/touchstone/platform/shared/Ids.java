package touchstone.platform.shared;

import java.util.UUID;

/** Where new ids come from; handed in, so that a test or the example organisation gets the same ones each time. */
@FunctionalInterface
public interface Ids {
    UUID next();
}
