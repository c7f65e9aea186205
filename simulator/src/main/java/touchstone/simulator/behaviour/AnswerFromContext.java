package touchstone.simulator.behaviour;

import java.util.Optional;

/** Answers a question of the knowledge, from the evidence in the prompt: exactly the right, a wrong, or no answer. */
record AnswerFromContext() implements Family {

    @Override
    public String name() {
        return "answer-from-context";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        return turn.question().map(question -> turn.text(name(), true, turn.belief(question)));
    }
}
