package touchstone.labs.documentsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import touchstone.labs.documentsearch.Bm25.Text;
import touchstone.runner.lab.Day;

final class CertificateTests {

    private static final int SEEDS = 4;

    @Test
    void certifiesAtLeastHalfOfTheSeeds() {
        long certified = LongStream.rangeClosed(1, SEEDS)
                .filter(new DocumentSearch()::certifies)
                .count();

        assertThat(certified).isGreaterThanOrEqualTo(SEEDS / 2);
    }

    @Test
    void drawsTheAbsoluteLinesWhereTheyBelong() {
        Day day = new DocumentSearch().day(5, false);
        Oracle oracle = new Oracle(day);

        assertThat(oracle.retrieval()).isEqualTo(1);
        assertThat(oracle.reader(Models.CARDS.getLast())).isGreaterThanOrEqualTo(0.97);
        assertThat(oracle.right(Truth::answer)).isEqualTo(1);
        assertThat(oracle.right(_ -> "I do not know.")).isZero();
        assertThat(oracle.ndcg(new Bm25(oracle.documents())::rank)).isBetween(0.2, 0.8);
    }

    @Test
    void refusesWhatIsTooEasyTooHardOrNotReadable() {
        assertThat(new Certificate(Certificate.REFERENCE, 0.98, 0.1).holds()).isTrue();
        assertThat(new Certificate(Certificate.REFERENCE + 0.04, 0.98, 0.1).holds()).isFalse();
        assertThat(new Certificate(Certificate.REFERENCE - 0.04, 0.98, 0.1).holds()).isFalse();
        assertThat(new Certificate(Certificate.REFERENCE, 0.96, 0.1).holds()).isFalse();
        assertThat(new Certificate(Certificate.REFERENCE, 0.98, 0.2).holds()).isFalse();
    }

    @Test
    void ranksByRareWordsFirst() {
        Bm25 bm25 = new Bm25(List.of(
                new Text("a", "the pump and the crane"), new Text("b", "the pump"), new Text("c", "the lathe")));

        assertThat(bm25.rank("pump crane", 10)).containsExactly("a", "b");
        assertThat(bm25.rank("pump", 1)).containsExactly("b");
        assertThat(bm25.rank("boiler", 10)).isEmpty();
    }
}
