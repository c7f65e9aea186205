package touchstone.platform.catalogue.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The editor of one file.
 *
 * @param path empty for a new file
 * @param version as it was when the editor was opened; 0 for a file that is not there
 * @param changes what saving would do; empty where nobody asked for a preview
 * @param versions every version that the file had, the newest first
 */
public record EditView(
        String path,
        String content,
        int version,
        Optional<Problem> problem,
        Optional<List<PackChange>> changes,
        List<Earlier> versions) {

    /** Why the file cannot be used. {@code code} and {@code arguments} are the text's; {@code line} is the line's text. */
    public record Problem(String code, List<Object> arguments, String line) {}

    /** One version. */
    public record Earlier(int number, boolean removed, String by, Instant at) {}
}
