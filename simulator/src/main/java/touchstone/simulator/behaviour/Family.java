package touchstone.simulator.behaviour;

import java.util.Optional;

/** One kind of request that the simulated model knows how to answer. A new kind is a new case and a place in the order. */
sealed interface Family
        permits ChooseTool, RewriteQuery, JudgePassages, Summarise, ExtractToSchema, AnswerFromContext, PlainChat {

    /** Name in the ledger, in kebab case. */
    String name();

    /** The answer, or empty when the request is of another kind. */
    Optional<Reply> answer(Turn turn);
}
