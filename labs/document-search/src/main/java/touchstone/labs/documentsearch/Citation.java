package touchstone.labs.documentsearch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchstone.labs.documentsearch.Truth.Passage;

/** What a reply names as its source: a document, and words that stand in it. */
record Citation(String documentId, String quote) {

    private static final int FEWEST_WORDS = 3;
    private static final int MOST_WORDS = 60;
    /** A quote states a fact when it holds at least this share of the statement's characters. */
    private static final double SHARE = 0.5;

    /** What a citation is worth. */
    sealed interface Check {
        /** Nothing: the document is not there, or the quote does not stand in it. */
        record Fabricated(String why) implements Check {}

        /** It stands there, but states none of what the answer needs. */
        record Beside() implements Check {}

        /** @param facts what it states of what the answer needs; not empty */
        record Supports(Set<String> facts) implements Check {}
    }

    /** @param body of the document at the moment of the question, folded */
    Check check(Optional<String> body, List<Passage> evidence) {
        if (body.isEmpty()) {
            return new Check.Fabricated("no document " + Words.clipped(documentId, 40) + " exists");
        }
        String folded = Tokens.folded(quote);
        int start = body.get().indexOf(folded);
        if (folded.isEmpty() || start < 0) {
            return new Check.Fabricated("the quote does not stand in document " + documentId);
        }
        int words = folded.split(" ", -1).length;
        if (words < FEWEST_WORDS || words > MOST_WORDS) {
            return new Check.Beside();
        }
        Set<String> facts = new HashSet<>();
        for (Passage passage : evidence) {
            if (passage.document().equals(documentId) && covers(body.get(), start, folded, passage)) {
                facts.add(passage.fact());
            }
        }
        return facts.isEmpty() ? new Check.Beside() : new Check.Supports(facts);
    }

    private static boolean covers(String body, int start, String quote, Passage passage) {
        String statement = Tokens.folded(passage.text());
        int place = body.indexOf(statement);
        if (place < 0) {
            return false;
        }
        int common = Math.min(start + quote.length(), place + statement.length()) - Math.max(start, place);
        return common >= SHARE * statement.length();
    }
}
