import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Meaning: how near statements are to a query. Vectors are made for the candidates of a query when they are first needed, in
 * one call together with the query, and kept on disk by the text's digest, so that no text is paid for twice. The model makes
 * some dozens of vectors a second and most statements are never a candidate.
 */
final class Vectors {

    private static final String MODEL = "sim-embed-small";

    private final Models models;
    private final Map<String, float[]> byDigest = new ConcurrentHashMap<>();
    private final DataOutputStream out;

    Vectors(Path folder, Models models) throws IOException {
        this.models = models;
        Path file = folder.resolve("vectors.bin");
        read(file);
        this.out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    /** From -1 to 1 for each text; 0 for all of them when the model does not answer in this time. */
    List<Double> similarities(String query, List<String> texts, Duration time) throws IOException, InterruptedException {
        Set<String> missing = new LinkedHashSet<>(texts);
        missing.add(query);
        missing.removeIf(text -> byDigest.containsKey(digest(text)));
        if (!missing.isEmpty()) {
            try {
                keep(List.copyOf(missing), models.embed(MODEL, List.copyOf(missing), Models.Deadline.in(time)));
            } catch (Models.Unavailable limited) {
                System.out.println("vectors: " + limited.getMessage());
            }
        }
        float[] wanted = byDigest.get(digest(query));
        List<Double> similarities = new ArrayList<>();
        for (String text : texts) {
            float[] vector = byDigest.get(digest(text));
            similarities.add(wanted == null || vector == null ? 0 : product(wanted, vector));
        }
        return similarities;
    }

    private static double product(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private void keep(List<String> texts, List<float[]> vectors) throws IOException {
        synchronized (out) {
            for (int i = 0; i < texts.size(); i++) {
                String digest = digest(texts.get(i));
                if (byDigest.put(digest, vectors.get(i)) == null) {
                    out.writeUTF(digest);
                    out.writeInt(vectors.get(i).length);
                    for (float value : vectors.get(i)) {
                        out.writeFloat(value);
                    }
                }
            }
            out.flush();
        }
    }

    private void read(Path file) throws IOException {
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
