package touchstone.worlds;

import java.util.List;

/**
 * Something that people of the company ask.
 *
 * @param id unique in the world; says nothing about the question
 * @param kind what makes it hard
 * @param asked when it may be asked
 * @param text unique in the world
 * @param paraphrases other wordings, such as a good rewriting of the query would give
 * @param answer what is right and what is wrong
 * @param evidence what the answer rests on
 */
public record Question(
        String id, Kind kind, Asked asked, String text, List<String> paraphrases, Answer answer, Evidence evidence) {

    public Question {
        paraphrases = List.copyOf(paraphrases);
    }

    /** Whether the documents answer it at the time when it is asked. */
    public boolean answerable() {
        return !evidence.facts().isEmpty();
    }

    /** The same question, asked at another time. */
    public Question asked(Asked when) {
        return new Question(id, kind, when, text, paraphrases, answer, evidence);
    }
}
