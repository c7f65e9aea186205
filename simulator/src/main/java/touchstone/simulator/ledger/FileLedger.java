package touchstone.simulator.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger that is also a file: one JSON line a call, written when the call has finished, so lines stand in order of
 * completion. {@link #entries} and {@link #read} give them in order of arrival.
 */
public final class FileLedger implements Ledger, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MemoryLedger memory = new MemoryLedger();
    private final ReentrantLock writing = new ReentrantLock();
    private final FileChannel file;

    /**
     * A ledger in a new file.
     *
     * @throws UncheckedIOException when the file exists or cannot be made
     */
    public FileLedger(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the ledger " + path, e);
        }
    }

    /** The calls of a stored ledger, in order of arrival. */
    public static List<LedgerEntry> read(Path path) {
        List<LedgerEntry> entries = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    entries.add(JSON.readValue(line, LedgerEntry.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ledger " + path, e);
        }
        entries.sort(Comparator.comparingLong(LedgerEntry::call));
        return List.copyOf(entries);
    }

    @Override
    public void append(LedgerEntry entry) {
        byte[] json = JSON.writeValueAsBytes(entry);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        writing.lock();
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
            memory.append(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the ledger", e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<LedgerEntry> entries() {
        return memory.entries();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the ledger", e);
        }
    }
}
