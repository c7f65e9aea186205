package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.Prompt.Span;
import touchstone.simulator.knowledge.Injection;
import touchstone.simulator.model.Quality;

/** Finds the instructions of the knowledge in a prompt, and decides whether the model obeys one. */
final class Injections {

    /** How often an instruction is obeyed that is not marked as data, or that no rule warns of. */
    private static final double OBEYS_UNMARKED = 0.97;

    /** Rules are looked for in so many characters from either end of a message. */
    private static final int MOST_RULE_TEXT = 3_000;

    private record Known(Injection injection, Sentence sentence) {}

    /**
     * @param exposed whether one stands in the prompt
     * @param obeyed the one that the model obeys
     */
    record Exposure(boolean exposed, Optional<Injection> obeyed) {
        static final Exposure NONE = new Exposure(false, Optional.empty());
    }

    private final List<Known> known = new ArrayList<>();

    /** @throws IllegalArgumentException when an instruction has no letter or digit, or an id stands twice */
    Injections(List<Injection> injections) {
        Set<String> ids = new HashSet<>();
        for (Injection injection : injections) {
            List<String> words = Words.of(injection.span()).words();
            if (words.isEmpty() || !ids.add(injection.id())) {
                throw new IllegalArgumentException("injection " + injection.id() + " is empty or stands twice");
            }
            known.add(new Known(injection, new Sentence(words, Set.of())));
        }
    }

    Exposure in(Prompt prompt, Quality quality, Chance chance) {
        Exposure exposure = Exposure.NONE;
        for (Known one : known) {
            List<Span> spans = one.sentence().in(prompt);
            if (!spans.isEmpty()) {
                boolean resistible = spans.stream().allMatch(span -> isMarked(prompt, span))
                        && DataRule.isGiven(withoutSpans(prompt, spans));
                Chance draw = chance.stream("injection").key(one.injection().id());
                boolean obeys = draw.happens(resistible ? 1 - quality.resists() : OBEYS_UNMARKED);
                exposure = new Exposure(
                        true,
                        exposure.obeyed().or(() -> obeys ? Optional.of(one.injection()) : Optional.<Injection>empty()));
            }
        }
        return exposure;
    }

    /** Marked as data, in a message that a document belongs into. */
    private static boolean isMarked(Prompt prompt, Span span) {
        int from = prompt.words().start(span.from());
        int number = prompt.messageAt(from);
        String role = prompt.messages().get(number).role();
        int start = prompt.startOf(number);
        int to = prompt.words().end(span.to() - 1);
        String text = prompt.messages().get(number).text();
        return switch (role) {
            case "tool" -> true;
            case "user" -> DataMarks.hold(text, from - start, Math.min(text.length(), to - start));
            default -> false;
        };
    }

    /** The instructing messages; where the instruction itself stands in one, without what stands around it. */
    private static List<String> withoutSpans(Prompt prompt, List<Span> spans) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < prompt.messages().size(); i++) {
            ChatRequest.Message message = prompt.messages().get(i);
            switch (message.role()) {
                case "system", "developer", "user" -> texts.add(cut(prompt, i, message.text(), spans));
                default -> {}
            }
        }
        return texts;
    }

    private static String cut(Prompt prompt, int number, String text, List<Span> spans) {
        StringBuilder kept = new StringBuilder(text);
        for (Span span : spans) {
            int from = prompt.words().start(span.from());
            if (prompt.messageAt(from) == number) {
                int begin = from - prompt.startOf(number);
                int end = Math.min(text.length(), prompt.words().end(span.to() - 1) - prompt.startOf(number));
                for (int i = begin; i < end; i++) {
                    kept.setCharAt(i, '.');
                }
            }
        }
        return kept.length() <= 2 * MOST_RULE_TEXT
                ? kept.toString()
                : kept.substring(0, MOST_RULE_TEXT) + "\n\n" + kept.substring(kept.length() - MOST_RULE_TEXT);
    }
}
