package touchstone.benchmarks.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.measurement.ranking.Ranking;

class HybridTests {

    private static Retriever finding(String... documents) {
        return (_, count) -> new Ranking(List.of(documents).subList(0, Math.min(count, documents.length)));
    }

    @Test
    void sumsReciprocalRanks() {
        // b: 1/62 + 1/61 = .03252; a: 1/61 + 1/63 = .03227; c: 1/63 = .01587; d: 1/62 = .01613
        Hybrid hybrid = new Hybrid(List.of(finding("a", "b", "c"), finding("b", "d", "a")));

        assertThat(hybrid.search("any", 10).documents()).containsExactly("b", "a", "d", "c");
        assertThat(hybrid.search("any", 1).documents()).containsExactly("b");
    }

    @Test
    void findsNothingWhereNobodyFindsAnything() {
        assertThat(new Hybrid(List.of(finding(), finding())).search("any", 10).documents())
                .isEmpty();
    }

    @Test
    void searchesStemsAndNoSyntax() {
        try (Bm25 bm25 = Bm25.over(List.of(
                new Corpus.Text("1", "The boundary layers were heated."),
                new Corpus.Text("2", "Nothing of the kind.")))) {
            assertThat(bm25.search("heating (a boundary* layer) AND", 10).documents())
                    .containsExactly("1");
            assertThat(bm25.search("the of", 10).documents()).isEmpty();
        }
    }
}
