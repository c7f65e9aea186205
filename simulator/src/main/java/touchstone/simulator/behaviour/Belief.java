package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.Prompt.Span;
import touchstone.simulator.behaviour.Sighting.Standing;
import touchstone.simulator.knowledge.Conflict;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.model.Quality;

/**
 * What the model holds to be the answer to a question.
 *
 * @param text what it would say in plain words
 * @param evidence where in the prompt it has that from; empty when it has it from nowhere
 */
record Belief(Kind kind, String text, List<Span> evidence) {

    /** So many tokens that are no evidence, such as instructions and the question, distract nobody. */
    private static final int UNNOTICED_TOKENS = 500;

    /** Where an answer comes from. */
    enum Kind {
        /** From all the evidence, read rightly. */
        RIGHT,
        /** From a fact that answers the question otherwise. */
        OUTDATED,
        /** From nowhere. */
        INVENTED,
        /** The model says that it does not know. */
        ABSTAINS,
        /** From an instruction inside a text. */
        OBEYS
    }

    Belief {
        evidence = List.copyOf(evidence);
    }

    static Belief of(Turn turn, Sighting sighting) {
        if (turn.exposure().obeyed().isPresent()) {
            return new Belief(Kind.OBEYS, turn.exposure().obeyed().get().effect(), List.of());
        }
        Question question = sighting.question();
        Quality quality = turn.quality();
        Chance chance = turn.chance();
        double share = Math.pow(
                quality.distracted(),
                Math.max(0, turn.prompt().words().tokens() - turn.grounding().evidenceTokens() - UNNOTICED_TOKENS)
                        / 1_000.0);
        boolean reads = switch (turn.standing()) {
            case NEAR -> chance.stream("grounded").happens(quality.grounded() * share);
            case BURIED -> chance.stream("buried").happens(quality.buried() * share);
            case MISSING -> chance.stream("outdated").happens(quality.grounded() * share);
        };
        List<Conflict> rivals = question.conflicts().stream()
                .filter(conflict -> sighting.conflicting().containsKey(conflict.fact()))
                .toList();
        boolean missing = turn.standing() == Standing.MISSING;
        boolean mayAbstain = missing && (rivals.isEmpty() || !question.answerable());
        if (mayAbstain
                && Abstention.isPermitted(turn.said())
                && chance.stream("abstains").happens(quality.abstains())) {
            return new Belief(Kind.ABSTAINS, Abstention.phrase(turn.said(), chance), List.of());
        }
        if (reads && !missing && (rivals.isEmpty() || sighting.dated())) {
            return right(sighting);
        }
        if (reads && !rivals.isEmpty()) {
            int pick = chance.stream("pick").between(missing ? 1 : 0, rivals.size() + 1);
            return pick == 0 ? right(sighting) : outdated(sighting, rivals.get(pick - 1));
        }
        return new Belief(Kind.INVENTED, chance.stream("wrong").oneOf(question.wrongAnswers()), List.of());
    }

    private static Belief right(Sighting sighting) {
        return new Belief(Kind.RIGHT, sighting.question().answer(), sighting.evidence());
    }

    private static Belief outdated(Sighting sighting, Conflict rival) {
        List<Span> spans = new ArrayList<>(sighting.conflicting().getOrDefault(rival.fact(), List.of()));
        return new Belief(Kind.OUTDATED, rival.answer(), spans.subList(0, Math.min(1, spans.size())));
    }
}
