package touchstone.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a command may touch.
 *
 * @param home Touchstone's own folder, the one that holds {@code labs}
 * @param out results
 * @param err progress and messages
 * @param terminal whether a person looks at it, so that a progress line may be redrawn
 */
record Surroundings(Path home, PrintStream out, PrintStream err, boolean terminal, InstantSource clock) {

    Path labs() {
        return home.resolve("labs");
    }
}
