import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The documents on disk: one line for each batch, forced to disk before the batch is accepted; folded at each start. */
final class Journal {

    private final Path file;
    private FileChannel channel;

    Journal(Path folder) {
        this.file = folder.resolve("documents.ndjson");
    }

    /** Hands over every batch of earlier runs in order; a last line that was cut off was never accepted. */
    void replay(Consumer<Map<String, Object>> batch) throws IOException {
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                try {
                    batch.accept(Json.object(Json.read(line)));
                } catch (IllegalArgumentException cutOff) {
                    System.out.println("journal: a line of " + line.length() + " characters was cut off");
                }
            }
        }
    }

    /** Begins a new journal that holds these documents and nothing of their past. */
    void open(Collection<Document> documents) throws IOException {
        Path fresh = file.resolveSibling("documents.new");
        channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        if (!documents.isEmpty()) {
            append(documents, List.of());
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    synchronized void append(Collection<Document> upsert, Collection<String> delete) throws IOException {
        String line = Json.write(Map.of(
                "upsert", upsert.stream().map(Document::toJson).toList(), "delete", List.copyOf(delete)));
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }
}
