package touchstone.worlds;

import java.util.List;

/**
 * What a right answer says, and what wrong ones say.
 *
 * @param sentence a right answer; empty when the question cannot be answered
 * @param nuggets what a right answer must say, each with its accepted forms ("6 weeks", "six weeks"); empty when the
 *     question cannot be answered
 * @param wrong plausible wrong answers, at least three; none holds every nugget
 */
public record Answer(String sentence, List<List<String>> nuggets, List<String> wrong) {

    public Answer {
        nuggets = nuggets.stream().map(List::copyOf).toList();
        wrong = List.copyOf(wrong);
    }
}
