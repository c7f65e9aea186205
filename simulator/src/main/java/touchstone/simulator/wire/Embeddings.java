package touchstone.simulator.wire;

<<<<<<< HEAD
import java.util.List;

=======
>>>>>>> behaviour
/** Where the vectors of the embeddings endpoint come from. Safe for many threads. */
@FunctionalInterface
public interface Embeddings {

<<<<<<< HEAD
    /** The vector of a text; {@code model} is the id of one of the {@link #cards}. */
    float[] embed(String model, String text);

    /** The embedding models that can be asked for. */
    default List<EmbeddingCard> cards() {
        return List.of(EmbeddingCard.SMALL, EmbeddingCard.LARGE);
    }
=======
    /** The vector of a text. */
    float[] embed(String model, String text);
>>>>>>> behaviour
}
