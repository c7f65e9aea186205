package touchstone.runner.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.LabFolder;

/**
 * Pinned libraries that a solution may ask for by name, because a box has no network to get them from. A toolbox is a Maven
 * file in {@code toolboxes/<name>}; the build puts what it names into {@code .touchstone/toolbox/<name>}.
 *
 * @param project folder of the whole project
 */
record Toolboxes(Path project) {

    static final Finding NOT_WANTED = new Finding.Found(Optional.empty());

    /** What came of asking for a toolbox. */
    sealed interface Finding {

        /** @param folder empty when none was asked for */
        record Found(Optional<Path> folder) implements Finding {}

        /** @param cause what was asked for, and what there is */
        record Unknown(String cause) implements Finding {}
    }

    /** The toolboxes of the project that a lab belongs to. */
    static Toolboxes of(LabFolder lab) {
        return new Toolboxes(
                lab.folder().toAbsolutePath().normalize().resolve("../..").normalize());
    }

    /** @throws RunnerException when the toolbox exists and is not built */
    Finding find(String name) {
        List<String> known = names();
        if (!known.contains(name)) {
            return new Finding.Unknown("there is no toolbox '" + name + "'; "
                    + (known.isEmpty() ? "this project has none." : "write one of: " + String.join(", ", known) + "."));
        }
        Path folder = project.resolve(".touchstone/toolbox").resolve(name);
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new RunnerException(
                    "the toolbox '" + name + "' is not built; './touchstone lab list' builds what is missing");
        }
        return new Finding.Found(Optional.of(folder));
    }

    private List<String> names() {
        Path folder = project.resolve("toolboxes");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
    }
}
