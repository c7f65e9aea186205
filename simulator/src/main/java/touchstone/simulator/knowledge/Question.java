package touchstone.simulator.knowledge;

import java.util.List;

/**
 * A question that the simulated model can recognise.
 *
 * @param item id of the item it belongs to
 * @param marker the nonce word inside the prompt by which it is recognised
 * @param facts ids of the facts that the answer needs, all of them
 * @param answer what a right answer says, in one phrasing
 * @param wrongAnswers what a wrong answer says; one is chosen by keyed chance; not empty
 */
public record Question(String item, String marker, List<String> facts, String answer, List<String> wrongAnswers) {

    public Question {
        facts = List.copyOf(facts);
        wrongAnswers = List.copyOf(wrongAnswers);
        if (wrongAnswers.isEmpty()) {
            throw new IllegalArgumentException("question " + item + " needs at least one wrong answer");
        }
    }
}
