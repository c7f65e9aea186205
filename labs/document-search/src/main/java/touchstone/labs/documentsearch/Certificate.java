package touchstone.labs.documentsearch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import touchstone.labs.documentsearch.Bm25.Text;
import touchstone.runner.lab.Day;
import touchstone.simulator.model.ModelCard;

/**
 * How hard the full day of a seed is. A seed is certified when words alone find as much as in the lab's reference, when the
 * questions can be answered from their evidence, and when they cannot be answered without reading.
 *
 * @param words nDCG@10 of BM25 alone
 * @param reader share answered right by the best model from the evidence alone
 * @param copied share answered right by the beginning of the first document of the corpus, or of the one that BM25 ranks
 *     first, whichever is more
 */
record Certificate(double words, double reader, double copied) {

    /** Mean of {@link #words} over the seeds 1 to 20, measured once for this grading version; design.md has the table. */
    static final double REFERENCE = 0.566;

    private static final double TOLERANCE = 0.03;
    private static final double LEAST_READER = 0.97;
    private static final double MOST_COPIED = 0.15;

    static Certificate of(Day day) {
        Oracle oracle = new Oracle(day);
        List<Text> documents = oracle.documents();
        Bm25 bm25 = new Bm25(documents);
        Map<String, String> beginnings = new HashMap<>();
        documents.forEach(document -> beginnings.put(document.id(), beginning(document.text())));
        String first = beginning(documents.getFirst().text());
        double constant = oracle.right(_ -> first);
        double copied = oracle.right(truth -> bm25.rank(truth.text(), 1).stream()
                .map(id -> beginnings.getOrDefault(id, ""))
                .collect(Collectors.joining()));
        ModelCard best = Models.CARDS.getLast();
        return new Certificate(oracle.ndcg(bm25::rank), oracle.reader(best), Math.max(constant, copied));
    }

    boolean holds() {
        return Math.abs(words - REFERENCE) <= TOLERANCE && reader >= LEAST_READER && copied <= MOST_COPIED;
    }

    /** As much of a text as an answer may be long. */
    private static String beginning(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .limit(Judge.MOST_WORDS)
                .collect(Collectors.joining(" "));
    }
}
