import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The documents as they are now, on disk and in both indexes. What is not here any more is found nowhere. */
final class Corpus {

    private final Journal journal;
    private final Map<String, Document> documents = new ConcurrentHashMap<>();
    private final Map<String, List<Statement>> statementsByDocument = new ConcurrentHashMap<>();
    private final Map<String, Statement> statements = new ConcurrentHashMap<>();
    final Lexical lexical = new Lexical();
    final Phrasing phrasing = new Phrasing();
    final Vectors vectors;
    private volatile long newestDay;

    Corpus(Path folder, Models models) throws IOException {
        journal = new Journal(folder);
        vectors = new Vectors(folder, models);
        Map<String, Document> kept = new LinkedHashMap<>();
        journal.replay(batch -> {
            upserts(batch).forEach(document -> kept.put(document.id(), document));
            deletes(batch).forEach(kept::remove);
        });
        journal.open(kept.values());
        index(kept.values(), List.of());
    }

    /** Takes a batch in; when this returns, it is on disk and can be found. */
    synchronized void apply(Map<String, Object> batch) throws IOException {
        Map<String, Document> upsert = new LinkedHashMap<>();
        upserts(batch).forEach(document -> upsert.put(document.id(), document));
        List<String> delete = deletes(batch);
        journal.append(upsert.values(), delete);
        delete.forEach(upsert::remove);
        index(upsert.values(), delete);
    }

    Optional<Document> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** A current statement; empty when its document was changed or deleted since. */
    Optional<Statement> statement(String key) {
        return Optional.ofNullable(statements.get(key));
    }

    /** 1 for the newest document, towards 0 for older ones: half of it for every two years. */
    double recency(Document document) {
        return Math.pow(0.5, Math.max(0, newestDay - document.epochDay()) / 730.0);
    }

    private void index(Collection<Document> upsert, Collection<String> delete) throws IOException {
        List<String> touched = new ArrayList<>(delete);
        List<Statement> fresh = new ArrayList<>();
        delete.forEach(this::forget);
        for (Document document : upsert) {
            List<Statement> cut = Splitter.split(document);
            touched.add(document.id());
            fresh.addAll(cut);
            forget(document.id());
            documents.put(document.id(), document);
            newestDay = Math.max(newestDay, document.epochDay());
            statementsByDocument.put(document.id(), cut);
            cut.forEach(statement -> statements.put(statement.key(), statement));
            phrasing.add(cut);
        }
        lexical.replace(touched, fresh);
    }

    private void forget(String id) {
        documents.remove(id);
        List<Statement> old = statementsByDocument.remove(id);
        if (old != null) {
            old.forEach(statement -> statements.remove(statement.key()));
            phrasing.remove(old);
        }
    }

    private static List<Document> upserts(Map<String, Object> batch) {
        return Json.list(batch.get("upsert")).stream()
                .map(Document::of)
                .filter(document -> !document.id().isEmpty())
                .toList();
    }

    private static List<String> deletes(Map<String, Object> batch) {
        return Json.list(batch.get("delete")).stream().map(String::valueOf).toList();
    }
}
