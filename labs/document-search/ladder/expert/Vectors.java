import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Dense retrieval: a vector for each statement, compared with all of them (a millisecond for some thousands, and exact).
 * Vectors are computed in the background in batches and kept on disk by the text's digest, so that no text is ever paid for
 * twice. Until a statement has its vector, words alone find it.
 */
final class Vectors {

    private static final String MODEL = "sim-embed-small";
    private static final int BATCH = 48;
    private static final double COMMON = 0.2;
    private static final Duration BATCH_TIME = Duration.ofSeconds(20);

    private final Models models;
    private final Phrasing phrasing;
    private final Map<String, float[]> byDigest = new ConcurrentHashMap<>();
    private final Map<String, String> digestByKey = new ConcurrentHashMap<>();
    private final LinkedBlockingDeque<Statement> waiting = new LinkedBlockingDeque<>();
    private final Path file;
    private volatile boolean busy;
    private final DataOutputStream out;

    record Near(String key, double similarity) {}

    Vectors(Path folder, Models models, Phrasing phrasing) throws IOException {
        this.models = models;
        this.phrasing = phrasing;
        this.file = folder.resolve("vectors.bin");
        read();
        this.out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
        Thread.ofVirtual().start(this::work);
    }

    void add(Collection<Statement> statements) {
        for (Statement statement : statements) {
            String digest = digest(statement.whole());
            digestByKey.put(statement.key(), digest);
            if (!byDigest.containsKey(digest)) {
                waiting.add(statement);
            }
        }
    }

    void remove(Collection<Statement> statements) {
        statements.forEach(statement -> digestByKey.remove(statement.key()));
    }

    /** Whether every statement that is wanted has its vector. */
    boolean idle() {
        return waiting.isEmpty() && !busy;
    }

    int size() {
        return byDigest.size();
    }

    /** The vector of a query; empty when the model does not answer in this time. */
    Optional<float[]> of(String query, Duration time) throws InterruptedException {
        String digest = digest(query);
        float[] known = byDigest.get(digest);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            float[] vector =
                    models.embed(MODEL, List.of(query), Models.Deadline.in(time)).getFirst();
            byDigest.put(digest, vector);
            return Optional.of(vector);
        } catch (Models.Unavailable limited) {
            return Optional.empty();
        }
    }

    /** The nearest statements, nearest first. */
    List<Near> search(float[] query, int most) {
        List<Near> all = new ArrayList<>();
        for (Map.Entry<String, String> entry : digestByKey.entrySet()) {
            float[] vector = byDigest.get(entry.getValue());
            if (vector != null) {
                all.add(new Near(entry.getKey(), product(query, vector)));
            }
        }
        all.sort(Comparator.comparingDouble(Near::similarity).reversed().thenComparing(Near::key));
        return all.subList(0, Math.min(most, all.size()));
    }

    /** From -1 to 1; 0 while the statement has no vector. */
    double similarity(float[] query, Statement statement) {
        float[] vector = byDigest.get(digest(statement.whole()));
        return vector == null ? 0 : product(query, vector);
    }

    private static double product(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private void work() {
        try {
            while (true) {
                busy = false;
                List<Statement> batch = new ArrayList<>(List.of(waiting.take()));
                busy = true;
                waiting.drainTo(batch, BATCH - 1);
                batch.removeIf(statement -> !isWanted(statement));
                if (!batch.isEmpty()) {
                    embed(batch);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Still current, not yet there, and no line that stands in every other document. */
    private boolean isWanted(Statement statement) {
        String digest = digest(statement.whole());
        return digest.equals(digestByKey.get(statement.key()))
                && !byDigest.containsKey(digest)
                && phrasing.share(statement) < COMMON;
    }

    private void embed(List<Statement> batch) throws InterruptedException {
        List<String> texts =
                batch.stream().map(Statement::whole).distinct().toList();
        try {
            List<float[]> vectors = models.embed(MODEL, texts, Models.Deadline.in(BATCH_TIME));
            for (int i = 0; i < texts.size(); i++) {
                String digest = digest(texts.get(i));
                byDigest.put(digest, vectors.get(i));
                write(digest, vectors.get(i));
            }
            out.flush();
        } catch (Models.Unavailable later) {
            System.out.println("vectors: " + later.getMessage());
            waiting.addAll(batch);
            Thread.sleep(500);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(String digest, float[] vector) throws IOException {
        out.writeUTF(digest);
        out.writeInt(vector.length);
        for (float value : vector) {
            out.writeFloat(value);
        }
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String digest = in.readUTF();
                float[] vector = new float[in.readInt()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = in.readFloat();
                }
                byDigest.put(digest, vector);
            }
        } catch (EOFException end) {
            System.out.println("vectors: " + byDigest.size() + " read");
        }
    }

    private static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
