package touchstone.embedding;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;

/**
 * bge-small-en-v1.5, quantised: 384 dimensions, English. Its tokenizer cuts a text after 510 word pieces (512 with its own
 * two signs) and everything beyond is ignored. The choice for passages; split longer documents.
 *
 * <p>Source: Xiao and others, "C-Pack: packed resources for general Chinese embeddings", SIGIR 2024.
 */
public final class BgeSmall implements SentenceModel {

    private final CachedModel model = new CachedModel(() -> new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run));

    @Override
    public String id() {
        return "bge-small-en-v1.5-q";
    }

    @Override
    public int dimensions() {
        return 384;
    }

    @Override
    public int maxTokens() {
        return 512;
    }

    @Override
    public float[] embed(String text) {
        return model.embed(text);
    }
}
