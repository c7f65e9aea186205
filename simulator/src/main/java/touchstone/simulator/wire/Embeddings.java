package touchstone.simulator.wire;

/** Where the vectors of the embeddings endpoint come from. Safe for many threads. */
@FunctionalInterface
public interface Embeddings {

    /** The vector of a text. */
    float[] embed(String model, String text);
}
