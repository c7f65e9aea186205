package touchstone.embedding;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX model that is loaded at first use (half a second to a second) and remembers the vectors of the last texts.
 *
 * <p>The tokenizer library looks for a logging provider and would call home from some clouds; both are switched off unless
 * the operator set them.
 */
final class CachedModel {

    private static final int MOST_TEXTS = 65_536;
    private static final long MOST_CHARACTERS = 64_000_000;

    private final Supplier<EmbeddingModel> loader;
    private final Map<String, float[]> vectors = new LinkedHashMap<>(256, 0.75f, true);
    private long characters;
    private @Nullable EmbeddingModel loaded;

    CachedModel(Supplier<EmbeddingModel> loader) {
        this.loader = loader;
    }

    float[] embed(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a blank text has no vector");
        }
        synchronized (vectors) {
            float[] known = vectors.get(text);
            if (known != null) {
                return known.clone();
            }
        }
        float[] vector = normalised(model().embed(text).content().vector());
        remember(text, vector);
        return vector.clone();
    }

    private void remember(String text, float[] vector) {
        synchronized (vectors) {
            if (vectors.put(text, vector) == null) {
                characters += text.length();
            }
            var oldest = vectors.keySet().iterator();
            while (vectors.size() > MOST_TEXTS || characters > MOST_CHARACTERS) {
                characters -= oldest.next().length();
                oldest.remove();
            }
        }
    }

    private synchronized EmbeddingModel model() {
        if (loaded == null) {
            setUnlessSet("slf4j.internal.verbosity", "ERROR");
            setUnlessSet("OPT_OUT_TRACKING", "true");
            loaded = loader.get();
        }
        return loaded;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static float[] normalised(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        double length = Math.sqrt(square);
        if (length == 0) {
            return vector;
        }
        float[] result = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            result[i] = (float) (vector[i] / length);
        }
        return result;
    }
}
