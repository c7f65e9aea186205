package touchstone.runner.validate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.lab.LabFolder;
import touchstone.yaml.YamlFile;

/**
 * What expected.yaml says: the band in which each rung's mean score must lie.
 *
 * @param rungs a band for each rung of the ladder
 */
public record ExpectedScores(Map<String, Band> rungs) {

    public ExpectedScores {
        rungs = Map.copyOf(rungs);
        for (String rung : LabFolder.RUNGS) {
            if (!rungs.containsKey(rung)) {
                throw new IllegalArgumentException("there is no band for the rung '" + rung + "'");
            }
        }
        for (String rung : rungs.keySet()) {
            if (!LabFolder.RUNGS.contains(rung)) {
                throw new IllegalArgumentException(
                        "'" + rung + "' is not a rung; the rungs are: " + String.join(", ", LabFolder.RUNGS));
            }
        }
    }

    /** Scores from low to high, both included, on the scale of 0 to 100. */
    public record Band(double low, double high) {

        public Band {
            if (!(0 <= low && low <= high && high <= 100)) {
                throw new IllegalArgumentException("a band goes from low to high within 0 to 100");
            }
        }

        boolean holds(double score) {
            return low <= score && score <= high;
        }
    }

    /**
     * Reads a lab's expected.yaml; empty when it has none.
     *
     * @throws touchstone.yaml.YamlException when the file is wrong
     */
    public static Optional<ExpectedScores> read(Path lab) {
        Path file = lab.resolve("expected.yaml");
        return Files.exists(file) ? Optional.of(YamlFile.read(file, ExpectedScores.class)) : Optional.empty();
    }
}
