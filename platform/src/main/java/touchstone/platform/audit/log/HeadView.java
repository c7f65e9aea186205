package touchstone.platform.audit.log;

import java.util.Optional;
import touchstone.platform.audit.Head;

/**
 * Where the chain ends, for printing, and whether a head that was printed once is still part of it.
 *
 * @param asked number and hash as they were entered; may be empty
 * @param holds empty while nothing was entered
 */
public record HeadView(Head head, Asked asked, Optional<Boolean> holds) {

    /** A printed head as somebody entered it. */
    public record Asked(String seq, String hash) {}

    /** In groups of eight, which can be compared by eye and entered again. */
    public String groups() {
        return head.hash().replaceAll("(.{8})(?=.)", "$1 ");
    }
}
