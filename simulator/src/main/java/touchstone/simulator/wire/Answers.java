package touchstone.simulator.wire;

import java.util.List;
import touchstone.simulator.Scenario;
import touchstone.simulator.upstream.Upstream;

/** Where the answers to calls come from that were let in. */
sealed interface Answers {

    /** From the behaviour and from the sentence models. */
    record Simulated(Embeddings embeddings) implements Answers {}

    /** From a real server. */
    record Forwarded(Upstream upstream) implements Answers {}

    /** The embedding models that can be asked for; with a real server, every model of the scenario may be one. */
    default List<EmbeddingCard> embeddingCards(Scenario scenario) {
        return switch (this) {
            case Simulated(Embeddings embeddings) -> embeddings.cards();
            case Forwarded _ ->
                scenario.models().stream()
                        .map(card -> new EmbeddingCard(
                                card.id(), card.contextTokens(), card.price().input()))
                        .toList();
        };
    }
}
