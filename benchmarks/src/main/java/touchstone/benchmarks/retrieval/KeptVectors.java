package touchstone.benchmarks.retrieval;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import touchstone.embedding.SentenceModel;

/** A sentence model whose vectors are kept in a file from run to run, under a hash of the text; a check need not wait twice. */
final class KeptVectors implements SentenceModel {

    private final SentenceModel model;
    private final Path file;
    private final Map<UUID, float[]> known = new HashMap<>();

    KeptVectors(SentenceModel model, Path folder) throws IOException {
        this.model = model;
        this.file = folder.resolve("vectors-" + model.id());
        if (Files.exists(file)) {
            read();
        }
    }

    private void read() throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                UUID text = new UUID(in.readLong(), in.readLong());
                float[] vector = new float[dimensions()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = in.readFloat();
                }
                known.put(text, vector);
            }
        } catch (EOFException end) {
            // a last vector that was cut off goes, so that what is appended stands where it is looked for
            long whole = known.size() * (2L * Long.BYTES + (long) dimensions() * Float.BYTES);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
    }

    @Override
    public float[] embed(String text) {
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return known.computeIfAbsent(hash, _ -> made(hash, text)).clone();
    }

    private float[] made(UUID hash, String text) {
        float[] vector = model.embed(text);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            out.writeLong(hash.getMostSignificantBits());
            out.writeLong(hash.getLeastSignificantBits());
            for (float number : vector) {
                out.writeFloat(number);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return vector;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public int maxTokens() {
        return model.maxTokens();
    }
}
