package touchstone.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceModelTests {

    private static final SentenceModel BGE = new BgeSmall();
    private static final SentenceModel MINI = new MiniLm();
    private static final String LONG = "The archive holds letters about trade and weather in the north. ".repeat(14);

    static Stream<SentenceModel> models() {
        return Stream.of(BGE, MINI);
    }

    @ParameterizedTest
    @MethodSource("models")
    void similarSentencesLieNearerThanOthers(SentenceModel model) {
        float[] question = model.embed("How many days of holiday does an employee get?");
        double same = SentenceModel.similarity(question, model.embed("Staff are entitled to thirty vacation days."));
        double other = SentenceModel.similarity(question, model.embed("The database writes its log to a disk."));
        assertThat(same).isGreaterThan(other + 0.1);
    }

    @ParameterizedTest
    @MethodSource("models")
    void vectorsHaveLengthOneAndTheStatedDimensions(SentenceModel model) {
        for (String text : List.of("word", LONG, "Grüße, 世界!")) {
            float[] vector = model.embed(text);
            assertThat(vector).hasSize(model.dimensions());
            assertThat(SentenceModel.similarity(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void sameTextGivesTheSameVectorWithoutTheCache() {
        assertThat(new MiniLm().embed("twice the same")).isEqualTo(new MiniLm().embed("twice the same"));
    }

    @Test
    void callerCannotChangeWhatIsRemembered() {
        float[] vector = MINI.embed("mine");
        vector[0] = 9;
        assertThat(MINI.embed("mine")[0]).isLessThan(1);
    }

    @Test
    void miniLmIsBlindBeyond126WordPiecesAndBgeIsNot() {
        String cats = LONG + "It ends with cats.";
        String engines = LONG + "It ends with steam engines.";
        assertThat(MINI.embed(cats)).isEqualTo(MINI.embed(engines));
        assertThat(SentenceModel.similarity(BGE.embed(cats), BGE.embed(engines)))
                .isLessThan(0.9999);
    }

    @Test
    void bgeIsBlindBeyond510WordPieces() {
        String seen = "word ".repeat(508);
        String cut = "word ".repeat(510);
        assertThat(BGE.embed(seen + "cats")).isNotEqualTo(BGE.embed(seen + "engines"));
        assertThat(BGE.embed(cut + "cats")).isEqualTo(BGE.embed(cut + "engines"));
    }

    @Test
    void manyThreadsGetTheSameVectors() throws Exception {
        List<Callable<float[]>> calls = IntStream.range(0, 40)
                .<Callable<float[]>>mapToObj(i -> () -> MINI.embed("shared text " + i % 5))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(calls);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(MINI.embed("shared text " + i % 5));
            }
        }
    }

    @Test
    void refusesBlankText() {
        assertThatIllegalArgumentException().isThrownBy(() -> BGE.embed(" \n"));
    }
}
