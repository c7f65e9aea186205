package touchstone.measurement.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Small rankings, and the reference files beside these tests. */
final class Fixture {

    private Fixture() {}

    static Ranking ranking(String... documents) {
        return new Ranking(List.of(documents));
    }

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Fixture.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Values by topic and column of a table whose comments begin with #. */
    static Map<String, Map<String, Double>> table(String name) {
        List<String> lines = lines(name);
        String[] columns = lines.getFirst().split(" ", -1);
        Map<String, Map<String, Double>> table = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(" ", -1);
            Map<String, Double> row = new HashMap<>();
            for (int i = 1; i < cells.length; i++) {
                row.put(columns[i], Double.valueOf(cells[i]));
            }
            table.put(cells[0], row);
        }
        return table;
    }

    static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Up to 30 documents, some judged, graded -1 to 3. */
    static Judgements judgements(RandomGenerator draws) {
        Map<String, Integer> grades = new HashMap<>();
        for (int i = 0; i < draws.nextInt(1, 30); i++) {
            grades.put("d" + draws.nextInt(30), draws.nextInt(-1, 4));
        }
        return Judgements.of(grades);
    }

    /** Up to 30 documents in any order. */
    static List<String> documents(RandomGenerator draws) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            left.add("d" + i);
        }
        List<String> chosen = new ArrayList<>();
        for (int i = draws.nextInt(0, 30); i > 0; i--) {
            chosen.add(left.remove(draws.nextInt(left.size())));
        }
        return chosen;
    }
}
