package touchstone.platform.catalogue.question;

import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.RedFlag;
import touchstone.platform.catalogue.EntryLink;
import touchstone.platform.catalogue.Prose;

/**
 * One question as an interviewer needs it.
 *
 * @param verdicts one for each role
 * @param frame the order in which a sound answer goes
 * @param plans templates that ask it
 */
public record QuestionView(
        Question question,
        Prose prompt,
        List<EntryLink> competencies,
        Places places,
        List<RedFlag> flags,
        List<Verdict> verdicts,
        Optional<Frame> frame,
        List<EntryLink> plans) {

    /** Titles of the stages and levels that it fits. */
    public record Places(List<String> stages, List<String> levels) {}
}
