package touchstone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SentenceEmbeddingsTests {

    private final SentenceEmbeddings embeddings = new SentenceEmbeddings();

    @Test
    void mapsEachSimulatedModelToASentenceModelOfItsOwn() {
        assertThat(embeddings.models())
                .allSatisfy(
                        model -> assertThat(embeddings.embed(model, "a text")).hasSize(384));
        assertThat(embeddings.embed("sim-embed-small", "a text"))
                .isNotEqualTo(embeddings.embed("sim-embed-large", "a text"));
        assertThat(embeddings.embed("sim-embed-small", " ")).hasSize(384);
    }

    @Test
    void refusesUnknownModels() {
        assertThatIllegalArgumentException().isThrownBy(() -> embeddings.embed("sim-large", "x"));
    }
}
