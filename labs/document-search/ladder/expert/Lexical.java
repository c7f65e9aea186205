import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** BM25 over statements and over whole documents. Codes such as NB-2210 are terms of their own beside the words. */
final class Lexical {

    private static final float K1 = 0.9f;
    private static final float B = 0.4f;
    private static final float CODE_BOOST = 2f;
    private static final float TITLE_BOOST = 2f;
    private static final float CONTEXT_BOOST = 0.3f;
    static final Pattern CODE =
            Pattern.compile("(?<![\\p{L}\\d])(?=[\\p{L}\\d._/-]*\\d)\\p{L}[\\p{L}\\d]*(?:[-_./]?[\\p{L}\\d]+)+");

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    Lexical() {
        try {
            IndexWriterConfig config = new IndexWriterConfig(analyzer);
            config.setSimilarity(new BM25Similarity(K1, B));
            writer = new IndexWriter(new ByteBuffersDirectory(), config);
            searchers = new SearcherManager(writer, null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<String> codes(String text) {
        return CODE.matcher(text)
                .results()
                .map(code -> code.group().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The words of a text as the index sees them. */
    List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return terms;
    }

    record Hit(String key, double score) {}

    /** Replaces whatever is known of these documents by these statements, all at once. */
    void replace(Collection<String> documents, Collection<Statement> statements) throws IOException {
        writer.deleteDocuments(
                documents.stream().map(id -> new Term("document", id)).toArray(Term[]::new));
        Set<String> written = new HashSet<>();
        for (Statement statement : statements) {
            if (written.add(statement.document().id())) {
                writer.addDocument(whole(statement.document()));
            }
            var entry = new org.apache.lucene.document.Document();
            entry.add(new StringField("key", statement.key(), Field.Store.YES));
            entry.add(new StringField("document", statement.document().id(), Field.Store.NO));
            entry.add(new TextField("text", statement.whole(), Field.Store.NO));
            entry.add(new TextField("context", statement.document().title() + "\n" + statement.head(), Field.Store.NO));
            codes(statement.text()).forEach(code -> entry.add(new StringField("code", code, Field.Store.NO)));
            writer.addDocument(entry);
        }
        searchers.maybeRefreshBlocking();
    }

    private static org.apache.lucene.document.Document whole(Document document) {
        var entry = new org.apache.lucene.document.Document();
        entry.add(new StringField("key", document.id(), Field.Store.YES));
        entry.add(new StringField("document", document.id(), Field.Store.NO));
        entry.add(new TextField("title", document.title(), Field.Store.NO));
        entry.add(new TextField("body", document.body(), Field.Store.NO));
        return entry;
    }

    /** Ids of the documents that hold the most of a query's words, in their title above all, best first. */
    List<Hit> documents(String query, int most) throws IOException {
        BooleanQuery.Builder wanted = new BooleanQuery.Builder();
        for (String term : new LinkedHashSet<>(terms(query))) {
            should(wanted, "title", term, TITLE_BOOST);
            should(wanted, "body", term, 1);
        }
        return best(wanted.build(), most);
    }

    /** The best statements, best first. */
    List<Hit> search(String query, int most) throws IOException {
        BooleanQuery.Builder wanted = new BooleanQuery.Builder();
        for (String term : new LinkedHashSet<>(terms(query))) {
            should(wanted, "text", term, 1);
            should(wanted, "context", term, CONTEXT_BOOST);
        }
        codes(query).forEach(code -> should(wanted, "code", code, CODE_BOOST));
        return best(wanted.build(), most);
    }

    private List<Hit> best(BooleanQuery query, int most) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            searcher.setSimilarity(new BM25Similarity(K1, B));
            List<Hit> hits = new ArrayList<>();
            StoredFields fields = searcher.storedFields();
            for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
                hits.add(new Hit(fields.document(hit.doc).get("key"), hit.score));
            }
            return hits;
        } finally {
            searchers.release(searcher);
        }
    }

    private static void should(BooleanQuery.Builder query, String field, String term, float boost) {
        query.add(new BoostQuery(new TermQuery(new Term(field, term)), boost), BooleanClause.Occur.SHOULD);
    }

    /** How rare a term is: about 0 for a term in every passage, large for a rare one. */
    double rarity(String term) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
            int there = reader.docFreq(new Term("text", term));
            return Math.log(1 + (Math.max(reader.numDocs(), there) - there + 0.5) / (there + 0.5));
        } finally {
            searchers.release(searcher);
        }
    }
}
