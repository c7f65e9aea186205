package touchstone.runner.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import touchstone.runner.RunnerException;

/** The labs of a labs folder: every folder in it that holds a lab.yaml, with the Java side from its jar. */
public final class Labs {

    private Labs() {}

    /** All labs, by name. */
    public static List<LabFolder> in(Path labs) {
        return folders(labs).stream().map(Labs::load).toList();
    }

    /** The lab of that name; empty when there is none. */
    public static Optional<LabFolder> find(Path labs, String id) {
        return folders(labs).stream()
                .filter(folder -> folder.endsWith(id))
                .findFirst()
                .map(Labs::load);
    }

    /** The names of all labs. */
    public static List<String> names(Path labs) {
        return folders(labs).stream().map(folder -> folder.getFileName().toString()).toList();
    }

    private static List<Path> folders(Path labs) {
        if (!Files.isDirectory(labs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(labs)) {
            return entries.filter(folder -> Files.isRegularFile(folder.resolve("lab.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the labs folder " + labs, unreadable);
        }
    }

    private static LabFolder load(Path folder) {
        ClassLoader loader = new URLClassLoader(jars(folder), Labs.class.getClassLoader());
        String name = folder.getFileName().toString();
        for (Lab lab : ServiceLoader.load(Lab.class, loader)) {
            if (lab.id().equals(name)) {
                return LabFolder.read(folder, lab);
            }
        }
        throw new RunnerException("the lab '" + name + "' is not built: no jar in " + folder.resolve("target")
                + " provides it; './touchstone lab list' builds what is missing");
    }

    private static URL[] jars(Path folder) {
        Path target = folder.resolve("target");
        if (!Files.isDirectory(target)) {
            return new URL[0];
        }
        try (Stream<Path> entries = Files.list(target)) {
            return entries.filter(file -> file.toString().endsWith(".jar"))
                    .map(Labs::url)
                    .toArray(URL[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + target, unreadable);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a file has an address: " + file, impossible);
        }
    }
}
