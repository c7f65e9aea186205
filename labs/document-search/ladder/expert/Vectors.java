import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Dense retrieval: a vector for each passage, compared with all of them (a millisecond for some thousands, and exact).
 * Vectors are computed in the background in batches and kept on disk by the text's digest, so that no text is ever paid for
 * twice. Until a passage has its vector, words alone find it.
 */
final class Vectors {

    private static final String MODEL = "sim-embed-small";
    private static final int BATCH = 32;
    private static final Duration BATCH_TIME = Duration.ofSeconds(20);

    private final Models models;
    private final Map<String, float[]> byDigest = new ConcurrentHashMap<>();
    private final Map<String, String> digestByKey = new ConcurrentHashMap<>();
    private final LinkedBlockingDeque<Passage> waiting = new LinkedBlockingDeque<>();
    private final Path file;
    private final DataOutputStream out;

    record Near(String key, double similarity) {}

    Vectors(Path folder, Models models) throws IOException {
        this.models = models;
        this.file = folder.resolve("vectors.bin");
        read();
        this.out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
        Thread.ofVirtual().start(this::work);
    }

    void add(Collection<Passage> passages) {
        for (Passage passage : passages) {
            String digest = digest(passage.inContext());
            digestByKey.put(passage.key(), digest);
            if (!byDigest.containsKey(digest)) {
                waiting.add(passage);
            }
        }
    }

    void remove(Collection<Passage> passages) {
        passages.forEach(passage -> digestByKey.remove(passage.key()));
    }

    /** The nearest passages, nearest first; none when the model does not answer in this time. */
    List<Near> search(String query, int most, Duration time) throws InterruptedException {
        String digest = digest(query);
        float[] wanted = byDigest.get(digest);
        try {
            if (wanted == null) {
                wanted = models.embed(MODEL, List.of(query), Models.Deadline.in(time))
                        .getFirst();
                byDigest.put(digest, wanted);
            }
        } catch (Models.Unavailable limited) {
            return List.of();
        }
        List<Near> all = new ArrayList<>();
        for (Map.Entry<String, String> entry : digestByKey.entrySet()) {
            float[] vector = byDigest.get(entry.getValue());
            if (vector != null) {
                all.add(new Near(entry.getKey(), product(wanted, vector)));
            }
        }
        all.sort(Comparator.comparingDouble(Near::similarity).reversed().thenComparing(Near::key));
        return all.subList(0, Math.min(most, all.size()));
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
                List<Passage> batch = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(batch, BATCH - 1);
                batch.removeIf(passage -> !digest(passage.inContext()).equals(digestByKey.get(passage.key())));
                if (!batch.isEmpty()) {
                    embed(batch);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void embed(List<Passage> batch) throws InterruptedException {
        List<String> texts = batch.stream().map(Passage::inContext).distinct().toList();
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
