package touchstone.platform.interview.scorecard;

import java.util.ArrayList;
import java.util.List;
import touchstone.catalogue.content.Question;
import touchstone.platform.interview.Tick;
import touchstone.platform.interview.sitting.Sitting;

/**
 * What the room recorded for one question. What was not asked for is shown too: whether a candidate asks is evidence by
 * itself (R-SIGNAL-12).
 */
public record Heard(
        String question, List<String> points, List<String> missed, List<String> asked, List<String> notAsked) {

    static List<Heard> of(Sitting sitting, List<Tick> ticks) {
        List<Heard> heard = new ArrayList<>();
        for (Question question : sitting.questions()) {
            if (ticks.stream().noneMatch(tick -> tick.question().equals(question.id()))) {
                continue;
            }
            Heard one = new Heard(
                    question.title(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<String> points = question.guide().keyPoints();
            for (int index = 0; index < points.size(); index++) {
                boolean is = isTicked(ticks, question, Tick.Kind.POINT, index + 1);
                (is ? one.points() : one.missed()).add(points.get(index));
            }
            for (int index = 0; index < question.requirements().size(); index++) {
                boolean is = isTicked(ticks, question, Tick.Kind.REVEALED, index + 1);
                (is ? one.asked() : one.notAsked())
                        .add(question.requirements().get(index).ask());
            }
            heard.add(one);
        }
        return heard;
    }

    private static boolean isTicked(List<Tick> ticks, Question question, Tick.Kind kind, int item) {
        return ticks.stream()
                .anyMatch(tick -> tick.kind() == kind
                        && tick.question().equals(question.id())
                        && tick.item().equals(String.valueOf(item)));
    }
}
