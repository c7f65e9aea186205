package touchstone.worlds.documents;

import java.util.Optional;
import touchstone.worlds.text.Prose;

/**
 * A sentence of a document.
 *
 * @param lead said before it in the same breath; empty for most
 * @param text the sentence
 * @param fact id of the fact that it states
 */
record Sentence(String lead, String text, Optional<String> fact) {

    /** Puts it at the end of the prose. */
    void onto(Prose prose) {
        prose.add(lead);
        fact.ifPresentOrElse(id -> prose.state(id, text), () -> prose.add(text));
    }
}
