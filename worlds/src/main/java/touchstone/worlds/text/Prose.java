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
        while (!body.isEmpty() && !ends("\n\n")) {
            body.append('\n');
        }
        return this;
    }

    private boolean ends(String end) {
        return body.length() >= end.length() && body.indexOf(end, body.length() - end.length()) >= 0;
    }

    public String body() {
        return body.toString().stripTrailing();
    }

    public List<Span> spans() {
        return List.copyOf(spans);
    }
}
