package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import touchstone.simulator.behaviour.Prompt.Span;
import touchstone.simulator.knowledge.Question;

/**
 * What of a question stands in a prompt.
 *
 * @param own the question's facts with the places where each stands; none when it is missing
 * @param conflicting those facts that answer it otherwise and stand there, with their places
 * @param dated whether the prompt shows the dates of both sides
 */
record Sighting(Question question, Map<String, List<Span>> own, Map<String, List<Span>> conflicting, boolean dated) {

    /** How a question's facts stand in a prompt. */
    enum Standing {
        /** All are there, each near one end of the prompt. */
        NEAR,
        /** All are there, at least one far from both ends. */
        BURIED,
        /** At least one is not there. */
        MISSING
    }

    /** @param nearTokens how far from either end of the prompt still counts as near */
    Standing standing(Words prompt, int nearTokens) {
        if (!question.answerable()) {
            return Standing.MISSING;
        }
        Standing worst = Standing.NEAR;
        for (List<Span> spans : own.values()) {
            Standing best = spans.isEmpty() ? Standing.MISSING : Standing.BURIED;
            for (Span span : spans) {
                int before = prompt.offset(span.from());
                int after = prompt.tokens() - prompt.offset(span.to());
                best = Math.min(before, after) <= nearTokens ? Standing.NEAR : best;
            }
            worst = worst.compareTo(best) >= 0 ? worst : best;
        }
        return worst;
    }

    /** Ids of the question's facts and of those that conflict, as far as they stand there. */
    List<String> found() {
        List<String> found = new ArrayList<>();
        own.forEach((fact, spans) -> {
            if (!spans.isEmpty()) {
                found.add(fact);
            }
        });
        found.addAll(conflicting.keySet());
        return found;
    }

    /** Tokens of the prompt inside the question's own evidence; each counts once. */
    int evidenceTokens(Words prompt) {
        BitSet places = new BitSet(prompt.size());
        own.values().stream().flatMap(Collection::stream).forEach(span -> places.set(span.from(), span.to()));
        int tokens = 0;
        for (int from = places.nextSetBit(0); from >= 0; from = places.nextSetBit(places.nextClearBit(from))) {
            tokens += prompt.offset(places.nextClearBit(from)) - prompt.offset(from);
        }
        return tokens;
    }

    /** The first place of each of the question's facts that stands there. */
    List<Span> evidence() {
        return own.values().stream()
                .filter(spans -> !spans.isEmpty())
                .map(List::getFirst)
                .toList();
    }
}
