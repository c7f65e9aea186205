package touchstone.runner.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import touchstone.yaml.YamlException;
import touchstone.yaml.YamlFile;

/**
 * A submitted solution: its folder and what solution.yaml says.
 *
 * @param toolbox name of the toolbox that it wants to find; empty for none
 */
public record Solution(Path folder, Optional<String> build, String run, Optional<String> toolbox) {

    /** Either a solution, or why there is none. */
    public sealed interface Reading {
        record Read(Solution solution) implements Reading {}

        /** @param cause one sentence: what, where, what to do */
        record Refused(String cause) implements Reading {}
    }

    private record File(String lab, Optional<String> build, String run, Optional<String> toolbox) {}

    /** Reads a solution that somebody submitted for this lab. */
    public static Reading read(Path folder, String lab) {
        Path file = folder.resolve("solution.yaml");
        if (!Files.isDirectory(folder)) {
            return new Reading.Refused("There is no folder " + folder + "; name the solution's folder.");
        }
        if (!Files.isRegularFile(file)) {
            return new Reading.Refused("There is no solution.yaml in " + folder + "; add one with 'lab: " + lab
                    + "' and 'run: <command that starts your service>'.");
        }
        try {
            File read = YamlFile.read(file, File.class);
            if (!read.lab().equals(lab)) {
                return new Reading.Refused(
                        file + " is a solution for the lab '" + read.lab() + "'; it was submitted to '" + lab + "'.");
            }
            if (read.run().isBlank()) {
                return new Reading.Refused(file + ": 'run' is empty; write the command that starts your service.");
            }
            return new Reading.Read(new Solution(folder, read.build(), read.run(), read.toolbox()));
        } catch (YamlException broken) {
            return new Reading.Refused(String.valueOf(broken.getMessage()));
        }
    }
}
