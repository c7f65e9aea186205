package touchstone.catalogue.content;

import java.util.Optional;

/** How a role treats a kind of question. */
public sealed interface Policy {

    /** The kind may be used freely. */
    record Allowed() implements Policy {}

    /**
     * The kind may fill a part of the screens.
     *
     * @param mostScreenPercent largest share of the minutes of all screens, 0 to 100
     * @param level how deep, such as {@code concept}
     */
    record Limited(int mostScreenPercent, String reason, Optional<String> level) implements Policy {}

    /** The kind must not be used. */
    record OutOfBounds(String reason) implements Policy {}
}
