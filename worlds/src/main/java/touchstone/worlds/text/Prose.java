package touchstone.worlds.text;

import java.util.ArrayList;
import java.util.List;
import touchstone.worlds.Span;

/** A body in the making; knows where each fact was stated. */
public final class Prose {

    private final StringBuilder body = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    /** Adds text as it is. */
    public Prose add(String text) {
        body.append(text);
        return this;
    }

    /** Adds text that states a fact. */
    public Prose state(String fact, String text) {
        spans.add(new Span(fact, body.length(), body.length() + text.length()));
        body.append(text);
        return this;
    }

    /** Ends the paragraph. */
    public Prose paragraph() {
        if (!body.isEmpty()) {
            body.append("\n\n");
        }
        return this;
    }

    /** How long the body is so far, in characters. */
    public int length() {
        return body.length();
    }

    public String body() {
        return body.toString().stripTrailing();
    }

    public List<Span> spans() {
        return List.copyOf(spans);
    }
}
