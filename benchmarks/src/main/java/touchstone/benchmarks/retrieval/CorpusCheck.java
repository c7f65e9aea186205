package touchstone.benchmarks.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchstone.benchmarks.Sections;
import touchstone.embedding.BgeSmall;
import touchstone.embedding.SentenceModel;

/**
 * Runs BM25, dense and hybrid retrieval on Cranfield and on five worlds, and writes the tables into the lab's
 * corpus-check.md. Nearly all of its time goes into vectors: about 0.2 s of a processor for each of a world's documents.
 */
public final class CorpusCheck {

    private static final int DOCUMENTS = 800;

    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);

    private CorpusCheck() {}

    /** {@code arguments}: the repository's root folder; optionally how many documents a world has, otherwise 800. */
    static void main(String[] arguments) throws IOException {
        int documents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DOCUMENTS;
        SentenceModel model = new KeptVectors(
                new BgeSmall(), Path.of(arguments[0]).resolve("benchmarks").resolve("target"));
        Optional<Corpus> cranfield = Cranfield.find();
        List<Retrieved> retrieved = new ArrayList<>();
        cranfield.ifPresentOrElse(
                corpus -> retrieved.add(measure(corpus, model)),
                () -> System.err.println("corpus check: no shared/data/cranfield, so only the worlds are measured"));
        SEEDS.forEach(seed -> retrieved.add(measure(Worlds.of(seed, documents), model)));
        String tables = CorpusTables.of(retrieved);
        System.out.print(tables);
        Path page = Path.of(arguments[0]).resolve("labs/document-search/corpus-check.md");
        Sections.write(page, "corpora", tables);
    }

    private static Retrieved measure(Corpus corpus, SentenceModel model) {
        System.err.println("corpus check: " + corpus.name());
        return Retrieved.on(corpus, model);
    }
}
