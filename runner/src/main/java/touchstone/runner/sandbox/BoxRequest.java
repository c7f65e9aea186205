package touchstone.runner.sandbox;

import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What to run and with which limits.
 *
 * @param solution folder of the solution; copied, never written to
 * @param shown folders that the program may read
 * @param build command that builds it, run by {@code /bin/sh -c} in the solution's folder; empty for none
 * @param run command that runs it, likewise
 * @param model where the simulated model listens on this host; the only thing that the program can reach
 * @param environment further variables
 * @param work an empty folder of the runner's own, for sockets and the program's output log
 */
public record BoxRequest(
        Path solution,
        Shown shown,
        Optional<String> build,
        String run,
        SocketAddress model,
        Map<String, String> environment,
        Limits limits,
        Path work) {

    /**
     * Folders that the program may read and not change.
     *
     * @param labData shown as {@code LAB_DATA_DIR}; empty when the lab has none
     * @param toolbox shown as {@code TOOLBOX}; empty when the solution asks for none
     */
    public record Shown(Optional<Path> labData, Optional<Path> toolbox) {

        public static final Shown NOTHING = new Shown(Optional.empty(), Optional.empty());
    }

    /**
     * @param memoryBytes of all processes together
     * @param folderBytes of the solution's folder, and again of its state folder
     * @param outputBytes kept of its standard output and error
     * @param cpus processors, such as 1.0
     */
    public record Limits(int processes, long memoryBytes, long folderBytes, long outputBytes, double cpus) {

        public static final Limits DEFAULT = new Limits(256, 1L << 30, 256L << 20, 1L << 20, 1.0);
    }
}
