package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference ratings and results, where they lie in a {@code shared/data} folder beside the working tree. */
public final class SharedData {

    private SharedData() {}

    /** A file below {@code shared/data}; the test is skipped, with a reason, where it is not there. */
    public static Path file(String name) {
        Optional<Path> found = Optional.empty();
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                found = Optional.of(file);
                break;
            }
        }
        if (found.isEmpty()) {
            System.out.println("no shared/data/" + name + " above the working directory: reference values not tested");
        }
        assumeTrue(found.isPresent(), "no shared/data/" + name + " above the working directory");
        return found.get();
    }

    public static JsonNode json(String name) {
        return JsonMapper.shared().readTree(file(name));
    }

    /** Rows of a CSV file without its header; no quoted commas. */
    public static List<String[]> rows(String name) {
        try {
            return Files.readAllLines(file(name)).stream()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Columns candidate, interviewer, dimension, rating. */
    public static RatingTable ratings(String name, int highest) {
        RatingTableBuilder rows = RatingTable.builder(new Scale(1, highest), "interviewer", "dimension");
        rows(name).forEach(row -> rows.add(row[0], Double.parseDouble(row[3]), row[1], row[2]));
        return rows.build();
    }

    public static List<Double> numbers(JsonNode array) {
        List<Double> result = new ArrayList<>();
        array.forEach(number -> result.add(number.doubleValue()));
        return result;
    }

    public static List<Double> logits(List<Measure> measures) {
        return measures.stream().map(Measure::value).toList();
    }

    public static void assertClose(List<Double> found, JsonNode expected, double tolerance) {
        List<Double> wanted = numbers(expected);
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(found.get(i)).as("at %d", i).isCloseTo(wanted.get(i), within(tolerance));
        }
    }
}
