package touchstone.benchmarks.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import touchstone.measurement.ranking.Ranking;
import touchstone.measurement.ranking.Scored;

/**
 * Lucene's BM25 with k1 0.9 and b 0.4, English analysis (stop words, Porter's stemmer), the query as a bag of words.
 *
 * <p>Source of the settings: J. Lin and others, "Pyserini", SIGIR 2021, whose defaults they are.
 */
final class Bm25 implements Retriever, AutoCloseable {

    private static final BM25Similarity SIMILARITY = new BM25Similarity(0.9f, 0.4f);

    private final Analyzer analyzer;
    private final ByteBuffersDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private Bm25(Analyzer analyzer, ByteBuffersDirectory directory) throws IOException {
        this.analyzer = analyzer;
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(SIMILARITY);
    }

    static Bm25 over(List<Corpus.Text> documents) {
        Analyzer analyzer = new EnglishAnalyzer();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer =
                    new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(SIMILARITY))) {
                for (Corpus.Text text : documents) {
                    Document document = new Document();
                    document.add(new StringField("id", text.id(), Field.Store.YES));
                    document.add(new TextField("words", text.words(), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            return new Bm25(analyzer, directory);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    @Override
    public Ranking search(String query, int count) {
        Query words = new QueryBuilder(analyzer).createBooleanQuery("words", query);
        if (words == null) {
            return new Ranking(List.of());
        }
        try {
            List<Scored> results = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(words, count).scoreDocs) {
                results.add(new Scored(reader.storedFields().document(hit.doc).get("id"), hit.score));
            }
            return Ranking.byScore(results);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            analyzer.close();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
