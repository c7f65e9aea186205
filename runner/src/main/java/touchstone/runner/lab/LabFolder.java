package touchstone.runner.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchstone.yaml.YamlFile;

/**
 * A lab on disk: its folder, what lab.yaml says, and its Java side.
 *
 * @param folder such as {@code labs/resilient-client}
 */
public record LabFolder(Path folder, LabDescription description, Lab lab) {

    /** The solutions of known quality, from worst to best. */
    public static final List<String> RUNGS = List.of("broken", "naive", "solid", "expert");

    /**
     * Reads lab.yaml and joins it with its Java side.
     *
     * @throws touchstone.yaml.YamlException when lab.yaml is missing or wrong
     */
    public static LabFolder read(Path folder, Lab lab) {
        return new LabFolder(folder, YamlFile.read(folder.resolve("lab.yaml"), LabDescription.class), lab);
    }

    /** A rung's solution. */
    public Path rung(String name) {
        return folder.resolve("ladder").resolve(name);
    }

    /** The folder that a solution may read as {@code LAB_DATA_DIR}. */
    public Optional<Path> data() {
        Path data = folder.resolve("data");
        return Files.isDirectory(data) ? Optional.of(data) : Optional.empty();
    }

    /** Where the anchors and the receipt stand. */
    public Path seedsLock() {
        return folder.resolve("seeds.lock");
    }
}
