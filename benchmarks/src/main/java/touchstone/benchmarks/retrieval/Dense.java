package touchstone.benchmarks.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.embedding.SentenceModel;
import touchstone.measurement.ranking.Ranking;
import touchstone.measurement.ranking.Scored;

/** One vector for each document, compared with the query's by cosine, all of them. The model cuts what is too long. */
final class Dense implements Retriever {

    private final SentenceModel model;
    private final Map<String, float[]> vectors = new LinkedHashMap<>();

    private Dense(SentenceModel model) {
        this.model = model;
    }

    static Dense over(List<Corpus.Text> documents, SentenceModel model) {
        Dense dense = new Dense(model);
        documents.forEach(document -> dense.vectors.put(document.id(), model.embed(document.words())));
        return dense;
    }

    @Override
    public Ranking search(String query, int count) {
        float[] wanted = model.embed(query);
        List<Scored> results = new ArrayList<>();
        vectors.forEach(
                (document, vector) -> results.add(new Scored(document, SentenceModel.similarity(wanted, vector))));
        List<String> ranked = Ranking.byScore(results).documents();
        return new Ranking(ranked.subList(0, Math.min(count, ranked.size())));
    }
}
