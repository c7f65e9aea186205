package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.Passages.Passage;
import touchstone.simulator.behaviour.Prompt.Span;

/**
 * What the model names as the source of an answer.
 *
 * @param label of the passage as its number or name stands in the prompt
 * @param id of the passage, where its heading holds one beside the label; otherwise the label
 * @param quote what is quoted; copied from the prompt unless the answer is invented
 */
record Citation(String label, String id, String quote) {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final int LEAST_QUOTE = 20;
    private static final int MOST_QUOTE = 240;

    /** One for each place that a belief rests on; one that does not hold for an invented answer; none for no answer. */
    static List<Citation> of(Turn turn, Belief belief) {
        Passages passages = turn.passages();
        return switch (belief.kind()) {
            case RIGHT, OUTDATED -> {
                Map<String, Citation> found = new LinkedHashMap<>();
                for (Span span : belief.evidence()) {
                    Citation citation = new Citation(
                            passages.labelAt(span, false).orElse(""),
                            passages.labelAt(span, true).orElse(""),
                            passages.quote(span));
                    found.putIfAbsent(citation.id() + "\n" + citation.quote(), citation);
                }
                yield List.copyOf(found.values());
            }
            case INVENTED, OBEYS -> invented(passages, belief, turn.chance().stream("citation"));
            case ABSTAINS -> List.of();
        };
    }

    /** A passage that has nothing to do with it, with a sentence of its own or with one that stands nowhere. */
    private static List<Citation> invented(Passages passages, Belief belief, Chance chance) {
        if (passages.all().isEmpty()) {
            return List.of();
        }
        Passage passage = chance.oneOf(passages.all());
        List<String> sentences = sentences(passages.textOf(passage));
        String quote = sentences.isEmpty() || chance.key("fabricated").happens(0.5)
                ? belief.text()
                : chance.key("sentence").oneOf(sentences);
        return List.of(new Citation(passage.label(), passages.idOf(passage), quote));
    }

    /** The sentences of a text that are long enough to be quoted and short enough to be read. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text, -1)) {
            String plain = sentence.strip();
            if (plain.length() >= LEAST_QUOTE && plain.length() <= MOST_QUOTE) {
                sentences.add(plain);
            }
        }
        return sentences;
    }
}
