package touchstone.simulator.scenario;

import java.util.List;
import java.util.Optional;
import touchstone.simulator.knowledge.Conflict;
import touchstone.simulator.knowledge.Fact;
import touchstone.simulator.knowledge.Injection;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.knowledge.Question;

/** Knowledge as it stands in a file. */
public record KnowledgeEntry(List<Fact> facts, List<QuestionEntry> questions, List<Injection> injections) {

    public Knowledge knowledge() {
        return new Knowledge(
                facts, questions.stream().map(QuestionEntry::question).toList(), injections);
    }

    /** A question in a file; it is answerable unless the file says otherwise. */
    public record QuestionEntry(
            String item,
            String marker,
            List<String> paraphrases,
            List<String> facts,
            Optional<String> answer,
            List<String> wrongAnswers,
            List<Conflict> conflicts,
            Optional<Boolean> answerable) {

        public QuestionEntry {
            if (answer.isEmpty() && answerable.orElse(true)) {
                throw new IllegalArgumentException("question " + item + " needs an answer, or 'answerable: false'");
            }
            if (wrongAnswers.isEmpty()) {
                throw new IllegalArgumentException("question " + item + " needs at least one wrong answer");
            }
        }

        Question question() {
            return new Question(
                    item,
                    marker,
                    paraphrases,
                    facts,
                    answer.orElse(""),
                    wrongAnswers,
                    conflicts,
                    answerable.orElse(true));
        }
    }
}
