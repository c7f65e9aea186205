package touchstone.platform.catalogue.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The organisation's own pack.
 *
 * @param removed paths of files that can be brought back
 * @param problem why the whole pack is left out at present
 * @param editor whether the reader may change it
 */
public record PackView(List<File> files, List<String> removed, Optional<EditView.Problem> problem, boolean editor) {

    /** A file with how many entries it holds that are in use. */
    public record File(String path, int version, String by, Instant at, int bytes) {}
}
