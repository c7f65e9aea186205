package touchstone.benchmarks.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchstone.measurement.ranking.Evaluation;
import touchstone.measurement.ranking.Ndcg;
import touchstone.measurement.ranking.Ranking;
import touchstone.measurement.ranking.Run;

class CranfieldTests {

    private static Corpus corpus() throws IOException {
        Optional<Corpus> found = Cranfield.find();
        if (found.isEmpty()) {
            System.out.println("no shared/data/cranfield above the working directory: the Cranfield check is skipped");
        }
        assumeTrue(found.isPresent(), "no shared/data/cranfield above the working directory");
        return found.orElseThrow();
    }

    @Test
    void readsTheCollection() throws IOException {
        Corpus corpus = corpus();

        // cranqrel.readme and SOURCE.txt: 1,400 documents (two of them empty), 225 queries, 353 rows of code 1
        assertThat(corpus.documents()).hasSize(1_398);
        assertThat(corpus.queries()).hasSize(225);
        assertThat(corpus.qrels().topics().values())
                .hasSize(225)
                .allSatisfy(topic -> assertThat(topic.relevant()).isPositive());
        // the third query of the file is numbered 004, and its judgements stand under 3
        assertThat(corpus.queries().get(2).id()).isEqualTo("3");
        assertThat(corpus.queries().get(2).words()).startsWith("what problems of heat conduction in composite slabs");
    }

    @Test
    void findsWithBm25WhatOthersFind() throws IOException {
        Corpus corpus = corpus();
        Map<String, Ranking> rankings = new HashMap<>();
        try (Bm25 bm25 = Bm25.over(corpus.documents())) {
            corpus.queries().forEach(query -> rankings.put(query.id(), bm25.search(query.words(), 10)));
        }

        double mean = Evaluation.of(corpus.qrels(), new Run("bm25", rankings)).values(new Ndcg(10)).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();

        // Lucene's BM25 at k1 0.9, b 0.4 with gain 5 - code. Judgements looked up by the query's .I number give 0.007,
        // codes
        // taken as gains 0.375 (computed with trec_eval 9.0.8); grades taken as relevant or not give 0.492, which this
        // check cannot tell apart.
        assertThat(mean).isCloseTo(0.497, within(0.03));
    }
}
