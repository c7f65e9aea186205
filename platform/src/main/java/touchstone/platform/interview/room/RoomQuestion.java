package touchstone.platform.interview.room;

import java.util.Arrays;
import java.util.List;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.QuestionKind;
import touchstone.platform.interview.Note;

/**
 * A question of the kit.
 *
 * @param number from 1, in the plan's order
 * @param flags titles of its red flags
 */
public record RoomQuestion(int number, Question question, List<String> flags) {

    /** Parts of a story as the form names them (R-FRAME-3). */
    public static final List<String> SLOTS =
            Arrays.stream(Note.Slot.values()).map(Note.Slot::id).toList();

    public RoomQuestion {
        flags = List.copyOf(flags);
    }

    /** Whether the answer is a story, of which the parts are noted apart. */
    public boolean structured() {
        QuestionKind kind = question.use().kind();
        return kind == QuestionKind.PROJECT || kind == QuestionKind.BEHAVIOURAL;
    }

    /** How many requirements the candidate asked for. */
    public int revealed(RoomView view) {
        int count = 0;
        for (int item = 1; item <= question.requirements().size(); item++) {
            count += view.isTicked("REVEALED", question.id(), String.valueOf(item)) ? 1 : 0;
        }
        return count;
    }
}
