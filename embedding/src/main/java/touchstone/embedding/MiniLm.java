package touchstone.embedding;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * all-MiniLM-L6-v2, quantised: 384 dimensions, English. Faster than {@link BgeSmall} and short-sighted: its tokenizer cuts a
 * text after 126 word pieces (128 with its own two signs) and everything beyond is ignored without a word.
 *
 * <p>Sources: Wang and others, "MiniLM", NeurIPS 2020; Reimers and Gurevych, "Sentence-BERT", EMNLP 2019.
 */
public final class MiniLm implements SentenceModel {

    private final CachedModel model = new CachedModel(() -> new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run));

    @Override
    public String id() {
        return "all-minilm-l6-v2-q";
    }

    @Override
    public int dimensions() {
        return 384;
    }

    @Override
    public int maxTokens() {
        return 128;
    }

    @Override
    public float[] embed(String text) {
        return model.embed(text);
    }
}
