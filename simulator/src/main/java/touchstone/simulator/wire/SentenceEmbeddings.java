package touchstone.simulator.wire;

import java.util.List;
import java.util.Map;
import touchstone.embedding.BgeSmall;
import touchstone.embedding.MiniLm;
import touchstone.embedding.SentenceModel;

/**
 * Real vectors from the sentence models: {@code sim-embed-small} is {@link MiniLm}, {@code sim-embed-large} is
 * {@link BgeSmall}, with their limits. A blank text gets the vector of a full stop.
 */
public final class SentenceEmbeddings implements Embeddings {

    private static final Map<String, SentenceModel> MODELS =
            Map.of("sim-embed-small", new MiniLm(), "sim-embed-large", new BgeSmall());

    /** Ids of the models, the cheaper first. */
    public List<String> models() {
        return List.of("sim-embed-small", "sim-embed-large");
    }

    /** @throws IllegalArgumentException when the model is not one of {@link #models} */
    @Override
    public float[] embed(String model, String text) {
        SentenceModel sentences = MODELS.get(model);
        if (sentences == null) {
            throw new IllegalArgumentException("unknown embedding model " + model);
        }
        return sentences.embed(text.isBlank() ? "." : text);
    }
}
