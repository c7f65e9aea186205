package touchstone.worlds.facts;

import java.util.EnumMap;
import java.util.Map;
import touchstone.worlds.Kind;

/**
 * How much of everything a world has; follows from the number of documents alone, so that two seeds differ in nothing
 * but their surface.
 *
 * @param documents of the corpus before the update
 */
public record Sizes(int documents) {

    /** A quarter of the documents, at least 60. */
    public int questions() {
        return Math.max(60, documents / 4);
    }

    /** Questions of a kind; the kinds together are all questions. */
    public int questions(Kind kind) {
        Map<Kind, Integer> shares = new EnumMap<>(Map.of(
                Kind.CODE, 14,
                Kind.TABLE, 10,
                Kind.COMPARISON, 8,
                Kind.TWO_HOP, 9,
                Kind.AGGREGATION, 7,
                Kind.TIME_DEPENDENT, 14,
                Kind.UNANSWERABLE, 20));
        if (kind == Kind.PARAPHRASE) {
            return questions()
                    - shares.keySet().stream().mapToInt(this::questions).sum();
        }
        return questions() * shares.getOrDefault(kind, 0) / 100;
    }

    /** Documents that the update touches: a tenth. */
    public int changes() {
        return documents / 10;
    }

    /** Documents that the update deletes. */
    public int deletions() {
        return changes() * 3 / 10;
    }

    /** Documents that the update adds. */
    public int additions() {
        return changes() / 4;
    }

    /** Documents that the update replaces. */
    public int replacements() {
        return changes() - deletions() - additions();
    }

    /** Documents that carry an instruction: one for forty, at least eight and at most forty. */
    public int poisons() {
        return Math.clamp(documents / 40, 8, 40);
    }

    /** Questions that only a deleted document answered. */
    public int questionsDeleted() {
        return Math.min(deletions(), questions() / 20);
    }

    /** Time-dependent questions whose answer the update changes. */
    public int questionsChanged() {
        return Math.min(replacements() + additions(), questions(Kind.TIME_DEPENDENT) / 2);
    }

    /** Questions about what the update will change, asked before it. */
    public int questionsBefore() {
        return Math.min(replacements() + additions(), questions(Kind.TIME_DEPENDENT) / 5);
    }
}
