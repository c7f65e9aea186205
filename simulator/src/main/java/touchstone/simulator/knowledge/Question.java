package touchstone.simulator.knowledge;

import java.util.List;

/**
 * A question that the simulated model can recognise.
 *
 * @param item id of the item it belongs to
 * @param marker the words inside the prompt by which it is recognised: a nonce word, or the whole text of the question
 * @param paraphrases other wordings, which are recognised too and are what rewriting the question gives; when there are
 *     none, an answer in text is exactly {@code answer} or one of the wrong answers, otherwise a sentence may stand around it
 * @param facts ids of the facts that the answer needs, all of them; a question without any is answered from what the model
 *     knows, if it is answerable
 * @param answer what a right answer says, in one phrasing; not used when the question is not answerable
 * @param wrongAnswers what a wrong answer says; one is chosen by keyed chance; not empty
 * @param conflicts facts that answer the question otherwise
 * @param answerable false when no evidence exists anywhere: then it is right to say that one does not know
 */
public record Question(
        String item,
        String marker,
        List<String> paraphrases,
        List<String> facts,
        String answer,
        List<String> wrongAnswers,
        List<Conflict> conflicts,
        boolean answerable) {

    public Question {
        paraphrases = List.copyOf(paraphrases);
        facts = List.copyOf(facts);
        wrongAnswers = List.copyOf(wrongAnswers);
        conflicts = List.copyOf(conflicts);
        if (wrongAnswers.isEmpty()) {
            throw new IllegalArgumentException("question " + item + " needs at least one wrong answer");
        }
    }

    /** An answerable question with one wording and nothing that contradicts its facts. */
    public Question(String item, String marker, List<String> facts, String answer, List<String> wrongAnswers) {
        this(item, marker, List.of(), facts, answer, wrongAnswers, List.of(), true);
    }
}
