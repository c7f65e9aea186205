package touchstone.platform.catalogue.question;

import java.util.List;
import touchstone.catalogue.content.Question;

/**
 * The list of questions.
 *
 * @param shown those that fit, at most {@link #MOST}
 * @param fitting how many fit
 * @param all how many there are
 */
public record QuestionsView(QuestionFilter filter, List<Line> shown, int fitting, int all, List<Filter> filters) {

    /** Most questions on one page. */
    public static final int MOST = 200;

    /**
     * A question.
     *
     * @param verdicts of the role that was chosen; without one, of the roles that rule it out
     * @param competencies titles, the most important first
     */
    public record Line(Question question, List<Verdict> verdicts, List<String> competencies) {}

    /** One field of the filter with what can be chosen. */
    public record Filter(String name, String chosen, List<Choice> choices) {}

    /** A value that can be chosen. */
    public record Choice(String value, String title) {}
}
