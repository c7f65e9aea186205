import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How common a statement's phrasing is: names and numbers aside, in which share of the documents does it stand? Greetings,
 * footers and see-also lines stand in many and answer nothing.
 */
final class Phrasing {

    private static final int FEWEST_DOCUMENTS = 30;

    private final Map<String, AtomicInteger> documentsByFrame = new ConcurrentHashMap<>();
    private final AtomicInteger documents = new AtomicInteger();

    void add(List<Statement> document) {
        documents.incrementAndGet();
        frames(document).forEach(frame -> documentsByFrame
                .computeIfAbsent(frame, first -> new AtomicInteger())
                .incrementAndGet());
    }

    void remove(List<Statement> document) {
        documents.decrementAndGet();
        frames(document).forEach(frame -> documentsByFrame.get(frame).decrementAndGet());
    }

    /** Share of the documents, from 0 to 1; 0 while there are too few to tell. */
    double share(Statement statement) {
        AtomicInteger count = documentsByFrame.get(frame(statement.text()));
        int all = documents.get();
        return count == null || all < FEWEST_DOCUMENTS || statement.isRow() ? 0 : (double) count.get() / all;
    }

    private static Set<String> frames(List<Statement> document) {
        Set<String> frames = new HashSet<>();
        document.forEach(statement -> frames.add(frame(statement.text())));
        return frames;
    }

    /** The words without names, codes and numbers. */
    static String frame(String text) {
        StringBuilder frame = new StringBuilder();
        boolean gap = false;
        boolean first = true;
        for (String word : text.strip().split("[^\\p{L}\\d_'’-]+")) {
            boolean named = first || word.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
            if (!named) {
                frame.append(frame.isEmpty() ? "" : " ").append(gap ? "_ " : "").append(word);
            }
            gap = named;
            first = false;
        }
        return frame.append(gap ? " _" : "").toString();
    }
}
