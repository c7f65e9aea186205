package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchstone.simulator.knowledge.Conflict;
import touchstone.simulator.knowledge.Injection;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.worlds.Outdated;
import touchstone.worlds.Poison;
import touchstone.worlds.Question;

/** What the simulated model is told of a world: its facts in every wording, its questions, its poisons. */
final class Told {

    private static final String UNKNOWN = "The documents do not say.";

    private final Statements statements;

    Told(Statements statements) {
        this.statements = statements;
    }

    /** @param items id of the item that a question's calls belong to, by question */
    Knowledge knowledge(List<Question> questions, Map<String, String> items, List<Poison> poisons) {
        Set<String> facts = new LinkedHashSet<>();
        List<touchstone.simulator.knowledge.Question> told = new ArrayList<>();
        for (Question question : questions) {
            facts.addAll(question.evidence().facts());
            List<Conflict> conflicts = question.evidence().outdated().stream()
                    .filter(outdated -> statements.states(outdated.fact()))
                    .map(outdated -> new Conflict(outdated.fact(), outdated.sentence()))
                    .toList();
            question.evidence().outdated().stream()
                    .map(Outdated::fact)
                    .filter(statements::states)
                    .forEach(facts::add);
            told.add(new touchstone.simulator.knowledge.Question(
                    items.getOrDefault(question.id(), ""),
                    question.text(),
                    question.paraphrases(),
                    question.evidence().facts(),
                    question.answerable() ? question.answer().sentence() : UNKNOWN,
                    question.answer().wrong(),
                    conflicts,
                    question.answerable()));
        }
        List<Injection> injections = new ArrayList<>();
        for (Poison poison : poisons) {
            injections.add(new Injection(poison.document().id(), poison.instruction(), poison.effect()));
        }
        return new Knowledge(facts.stream().map(statements::fact).toList(), told, injections);
    }
}
