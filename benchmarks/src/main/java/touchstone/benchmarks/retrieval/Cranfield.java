package touchstone.benchmarks.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.measurement.ranking.Judgements;
import touchstone.measurement.ranking.Qrels;

/**
 * The Cranfield collection: 1,400 abstracts on aerodynamics, 225 questions, graded judgements (C. W. Cleverdon, "The Cranfield
 * tests on index language devices", Aslib Proceedings 19, 1967). It is no part of this project; it is used where it lies in a
 * {@code shared/data/cranfield} folder beside the checkout.
 *
 * <p>Two traps: the judgements name a query by its position in the file, not by its {@code .I} number; and code 1 is the
 * best, 4 the least, so that the gain is 5 minus the code.
 */
final class Cranfield {

    private Cranfield() {}

    /** The collection; empty where it is not beside the checkout. */
    static Optional<Corpus> find() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path files = folder.resolve("shared").resolve("data").resolve("cranfield");
            if (Files.isDirectory(files)) {
                return Optional.of(read(files));
            }
        }
        return Optional.empty();
    }

    private static Corpus read(Path folder) throws IOException {
        List<Corpus.Text> documents = new ArrayList<>();
        for (Map<String, String> entry : entries(folder.resolve("cran.all.1400"))) {
            String words = (entry.getOrDefault(".T", "") + "\n" + entry.getOrDefault(".W", "")).strip();
            if (!words.isEmpty()) { // two abstracts are missing from the collection
                documents.add(new Corpus.Text(entry.getOrDefault(".I", ""), words));
            }
        }
        List<Corpus.Text> queries = new ArrayList<>();
        for (Map<String, String> entry : entries(folder.resolve("cran.qry"))) {
            String position = Integer.toString(queries.size() + 1);
            queries.add(new Corpus.Text(position, entry.getOrDefault(".W", "").strip()));
        }
        return new Corpus("Cranfield", documents, queries, judgements(folder.resolve("cranqrel")), Map.of());
    }

    private static Qrels judgements(Path file) throws IOException {
        Map<String, Map<String, Integer>> gains = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length == 3) {
                gains.computeIfAbsent(fields[0], _ -> new HashMap<>()).put(fields[1], 5 - Integer.parseInt(fields[2]));
            }
        }
        Map<String, Judgements> topics = new HashMap<>();
        gains.forEach((topic, documents) -> topics.put(topic, Judgements.of(documents)));
        return Qrels.of(topics);
    }

    /** The fields of each entry of a SMART file, by their tag. */
    private static List<Map<String, String>> entries(Path file) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        String field = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(".I ")) {
                entries.add(new HashMap<>(Map.of(".I", line.substring(3).strip())));
            } else if (line.matches("\\.[TABW]\\s*")) {
                field = line.strip();
            } else if (!entries.isEmpty()) {
                entries.getLast().merge(field, line + "\n", String::concat);
            }
        }
        return entries;
    }
}
