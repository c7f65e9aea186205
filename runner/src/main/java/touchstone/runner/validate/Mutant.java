package touchstone.runner.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import touchstone.runner.RunnerException;
import touchstone.yaml.YamlFile;

/**
 * A solution that is like a rung but for one defect, which one criterion must notice.
 *
 * @param of the rung it is made from
 * @param criterion the criterion that must notice it
 * @param sideEffects criteria that may move too
 * @param defect one sentence
 * @param edits what is changed in the rung's files
 */
public record Mutant(String of, String criterion, List<String> sideEffects, String defect, List<Edit> edits) {

    public Mutant {
        sideEffects = List.copyOf(sideEffects);
        edits = List.copyOf(edits);
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("a mutant needs at least one edit");
        }
    }

    /** Replaces one text, which must occur exactly once in the file, by another. */
    public record Edit(String file, String find, String replace) {}

    /** Reads mutants/NAME/mutant.yaml. */
    public static Mutant read(Path folder) {
        return YamlFile.read(folder.resolve("mutant.yaml"), Mutant.class);
    }

    /**
     * Writes the mutant as a solution folder.
     *
     * @param rung folder of the rung that {@link #of} names
     * @param target a folder that does not exist yet
     * @throws RunnerException when an edit does not fit the rung
     */
    public void write(Path rung, Path target) {
        try (Stream<Path> walk = Files.walk(rung)) {
            for (Path source : walk.toList()) {
                Path copy = target.resolve(rung.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(source, copy);
                }
            }
            for (Edit edit : edits) {
                apply(edit, target.resolve(edit.file()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the mutant of " + criterion + " to " + target, failed);
        }
    }

    private void apply(Edit edit, Path file) throws IOException {
        String text = Files.readString(file);
        int first = text.indexOf(edit.find());
        if (first < 0 || text.indexOf(edit.find(), first + 1) >= 0) {
            throw new RunnerException("the mutant of " + criterion + " wants to change a text that occurs "
                    + (first < 0 ? "nowhere" : "more than once") + " in " + of + "/" + edit.file() + ": "
                    + edit.find());
        }
        Files.writeString(file, text.replace(edit.find(), edit.replace()));
    }
}
