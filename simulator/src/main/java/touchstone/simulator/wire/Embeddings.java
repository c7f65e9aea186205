package touchstone.simulator.wire;

import java.util.List;

/** Where the vectors of the embeddings endpoint come from. Safe for many threads. */
@FunctionalInterface
public interface Embeddings {

    /** The vector of a text; {@code model} is the id of one of the {@link #cards}. */
    float[] embed(String model, String text);

    /** The embedding models that can be asked for. */
    default List<EmbeddingCard> cards() {
        return List.of(EmbeddingCard.SMALL, EmbeddingCard.LARGE);
    }
}
