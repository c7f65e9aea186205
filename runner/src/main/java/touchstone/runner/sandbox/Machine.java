package touchstone.runner.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this machine offers to a sandbox; found out once.
 *
 * @param filter the seccomp filter for this processor, empty where none is written
 */
record Machine(ControlGroups groups, Optional<byte[]> filter) {

    /** The machine that this JVM runs on. Leftovers of Touchstones that died are removed on the way. */
    static Machine own() {
        return Holder.OWN;
    }

    private static final class Holder {
        private static final Machine OWN = look();

        private static Machine look() {
            BoxFolder.removeLeftovers();
            return new Machine(ControlGroups.detect(), SeccompFilter.forProcessor(System.getProperty("os.arch")));
        }
    }

    /** A sentence about what has to be installed, empty when everything is there. */
    Optional<String> missing() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("The sandbox needs Linux.");
        }
        List<String> tools = new ArrayList<>(List.of("bwrap", "socat", "prlimit", "tar"));
        if (HostUser.isRoot()) {
            tools.add("setpriv");
        }
        tools.removeIf(Machine::isInstalled);
        return tools.isEmpty() ? Optional.empty() : Optional.of("Not installed: " + String.join(", ", tools) + ".");
    }

    private static boolean isInstalled(String tool) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        return false;
    }
}
