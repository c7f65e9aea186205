package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.Passages.Passage;
import touchstone.simulator.behaviour.Prompt.Span;

/**
 * Judges how relevant the passages of a prompt are to a question, and puts them in order, selects, scores or grades them, as
 * the prompt asks. A passage that holds evidence of the question is relevant; one that holds a fact which answers it
 * otherwise, or shares many of its words, is half so. The model is wrong about a passage as often as it misreads near
 * evidence.
 */
record JudgePassages() implements Family {

    /** How relevant a passage is. */
    enum Grade {
        NOT,
        PARTLY,
        FULLY
    }

    /** @param worth finer than the grade, for putting in order; 0 to 3 */
    record Judged(Passage passage, String id, Grade grade, double worth) {}

    private static final double MANY_WORDS = 0.5;

    @Override
    public String name() {
        return "judge-passages";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        if (turn.intent().filter(Intent.JUDGE::equals).isEmpty()) {
            return Optional.empty();
        }
        List<Passage> passages = turn.passages().all();
        if (passages.isEmpty()) {
            int last = turn.prompt().lastUser();
            int from = last < 0 ? 0 : turn.prompt().startOf(last);
            passages = List.of(new Passage("", from, turn.prompt().text().length()));
        }
        List<Judged> judged = new ArrayList<>();
        for (Passage passage : passages) {
            judged.add(judge(turn, passage, judged.size(), passages.size()));
        }
        return Optional.of(turn.text(name(), true, new Verdict(turn, judged).text()));
    }

    private static Judged judge(Turn turn, Passage passage, int place, int count) {
        double share = shared(turn, passage, count);
        Grade real = grade(turn, passage, share);
        Chance chance = turn.chance().stream("judge").key(place, passage.label());
        Grade grade = real;
        if (!chance.happens(turn.quality().grounded())) {
            grade = chance.key("wrong")
                    .oneOf(Map.of(
                                    Grade.NOT, List.of(Grade.PARTLY, Grade.FULLY),
                                    Grade.PARTLY, List.of(Grade.NOT, Grade.FULLY),
                                    Grade.FULLY, List.of(Grade.NOT, Grade.PARTLY))
                            .getOrDefault(real, List.of(real)));
        }
        double base = switch (grade) {
            case NOT -> 0;
            case PARTLY -> 1;
            case FULLY -> 2;
        };
        return new Judged(
                passage,
                turn.passages().idOf(passage),
                grade,
                base + 0.7 * share + 0.2 * chance.key("jitter").uniform());
    }

    private static Grade grade(Turn turn, Passage passage, double share) {
        boolean evidence = turn.sighting()
                .filter(seen -> seen.own().values().stream().anyMatch(spans -> holdsOne(turn, passage, spans)))
                .isPresent();
        if (evidence) {
            return Grade.FULLY;
        }
        boolean conflict = turn.sighting()
                .filter(seen -> seen.conflicting().values().stream().anyMatch(spans -> holdsOne(turn, passage, spans)))
                .isPresent();
        return conflict || share >= MANY_WORDS ? Grade.PARTLY : Grade.NOT;
    }

    private static boolean holdsOne(Turn turn, Passage passage, List<Span> spans) {
        Words words = turn.prompt().words();
        return spans.stream()
                .anyMatch(
                        span -> words.start(span.from()) >= passage.from() && words.end(span.to() - 1) <= passage.to());
    }

    /** Share of the question's words that stand in the passage; 0 where the passage is the whole message. */
    private static double shared(Turn turn, Passage passage, int count) {
        if (count == 1 && passage.label().isEmpty()) {
            return 0;
        }
        Set<String> asked = Phrases.stems(turn.lastQuestionText());
        if (asked.isEmpty()) {
            return 0;
        }
        Set<String> held = Phrases.stems(turn.passages().textOf(passage));
        return asked.stream().filter(held::contains).count() / (double) asked.size();
    }

    /** The best first; equal ones in the order of the prompt. */
    static List<Judged> ordered(List<Judged> judged) {
        return judged.stream()
                .sorted(Comparator.comparingDouble(Judged::worth).reversed())
                .toList();
    }
}
