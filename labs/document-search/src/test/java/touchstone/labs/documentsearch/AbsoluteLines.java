package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import touchstone.labs.documentsearch.Bm25.Text;
import touchstone.runner.lab.Day;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.wire.SentenceEmbeddings;

/**
 * Prints the absolute lines of days, for the table in design.md. Arguments: quick or full, then seeds. Embedding a full day
 * takes minutes; no test calls this.
 */
final class AbsoluteLines {

    private static final String MODEL = "sim-embed-large";
    private static final int WORDS = 90;
    private static final int STEP = 60;

    private AbsoluteLines() {}

    public static void main(String[] arguments) {
        boolean quick = arguments[0].equals("quick");
        for (String seed : List.of(arguments).subList(1, arguments.length)) {
            Day day = new DocumentSearch().day(Long.parseLong(seed), quick);
            Oracle oracle = new Oracle(day);
            Certificate certificate = Certificate.of(day);
            StringBuilder line = new StringBuilder();
            line.append(String.format(
                    Locale.ROOT,
                    "| %s %s | %.2f | %.3f | %.3f |",
                    seed,
                    arguments[0],
                    oracle.retrieval(),
                    certificate.words(),
                    dense(oracle)));
            for (ModelCard card : Models.CARDS) {
                line.append(String.format(Locale.ROOT, " %.2f |", oracle.reader(card)));
            }
            line.append(String.format(
                    Locale.ROOT, " %.2f | %s |", certificate.copied(), certificate.holds() ? "yes" : "no"));
            System.out.println(line);
        }
    }

    /** Passages by their vectors alone; a document is as near as its nearest passage. */
    private static double dense(Oracle oracle) {
        SentenceEmbeddings embeddings = new SentenceEmbeddings();
        Map<String, List<float[]>> vectors = new HashMap<>();
        for (Text document : oracle.documents()) {
            vectors.put(
                    document.id(),
                    passages(document.text()).stream()
                            .map(passage -> embeddings.embed(MODEL, passage))
                            .toList());
        }
        return oracle.ndcg((query, most) -> {
            float[] wanted = embeddings.embed(MODEL, query);
            Map<String, Double> nearest = new HashMap<>();
            vectors.forEach((id, passages) -> nearest.put(
                    id,
                    passages.stream()
                            .mapToDouble(vector -> dot(wanted, vector))
                            .max()
                            .orElse(-1)));
            return nearest.entrySet().stream()
                    .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue()))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
        });
    }

    /** The title with each passage, so that a passage knows what it is about. */
    private static List<String> passages(String text) {
        String title = text.lines().findFirst().orElse("");
        List<String> words = Arrays.asList(text.strip().split("\\s+", -1));
        List<String> passages = new ArrayList<>();
        for (int start = 0; start == 0 || start + WORDS - STEP < words.size(); start += STEP) {
            passages.add(title + ". " + String.join(" ", words.subList(start, Math.min(words.size(), start + WORDS))));
        }
        return passages;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
