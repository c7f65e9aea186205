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
    private final Map<String, List<Passage>> passagesByDocument = new ConcurrentHashMap<>();
    private final Map<String, Passage> passages = new ConcurrentHashMap<>();
    final Lexical lexical = new Lexical();
    final Vectors vectors;

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

    /** A current passage; empty when its document was changed or deleted since. */
    Optional<Passage> passage(String key) {
        return Optional.ofNullable(passages.get(key));
    }

    List<Passage> passagesOf(String document) {
        return passagesByDocument.getOrDefault(document, List.of());
    }

    private void index(Collection<Document> upsert, Collection<String> delete) throws IOException {
        List<String> touched = new ArrayList<>(delete);
        List<Passage> fresh = new ArrayList<>();
        delete.forEach(this::forget);
        for (Document document : upsert) {
            List<Passage> cut = Chunker.cut(document);
            touched.add(document.id());
            fresh.addAll(cut);
            forget(document.id());
            documents.put(document.id(), document);
            passagesByDocument.put(document.id(), cut);
            cut.forEach(passage -> passages.put(passage.key(), passage));
        }
        lexical.replace(touched, fresh);
        vectors.add(fresh);
    }

    private void forget(String id) {
        documents.remove(id);
        List<Passage> old = passagesByDocument.remove(id);
        if (old != null) {
            old.forEach(passage -> passages.remove(passage.key()));
            vectors.remove(old);
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
