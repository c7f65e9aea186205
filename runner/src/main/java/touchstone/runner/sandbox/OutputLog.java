package touchstone.runner.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a program printed: its beginning in a file, its end in memory, the rest read and thrown away, so that the program
 * never waits for us.
 */
final class OutputLog {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final Pattern TERMINAL_SEQUENCE = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]");

    private final byte[] tail = new byte[TAIL_BYTES];
    private long seen;
    private volatile @Nullable Thread draining;
    private volatile @Nullable Process process;

    /** How long the rest of an ended program's output is waited for; a daemon that it left may hold the stream open. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Drains the process's output into {@code output.log} in the request's work folder. */
    void drainInBackground(Process process, BoxRequest request) throws IOException {
        Files.createDirectories(request.work());
        Path log = request.work().resolve("output.log");
        this.process = process;
        draining = Thread.ofVirtual()
                .start(() ->
                        drain(process.getInputStream(), log, request.limits().outputBytes()));
    }

    /** Reads until the stream ends, adding at most the first {@code bytes} of it to the file. */
    void drain(InputStream output, Path file, long bytes) {
        byte[] buffer = new byte[16 * 1024];
        try (output;
                OutputStream kept = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            long left = bytes;
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                int keep = (int) Math.min(read, left);
                kept.write(buffer, 0, keep);
                left -= keep;
                remember(buffer, read);
            }
        } catch (IOException _) {
            // The stream breaks when the box is closed; what was read so far stays.
        }
    }

    private synchronized void remember(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            tail[(int) (seen++ % TAIL_BYTES)] = bytes[i];
        }
    }

    /** The last characters, without control and formatting characters other than line breaks and tabs. */
    String tail(int characters) {
        awaitTheRest();
        String text = TERMINAL_SEQUENCE.matcher(lastBytes()).replaceAll("");
        StringBuilder clean = new StringBuilder();
        text.codePoints().filter(OutputLog::isPrintable).forEach(clean::appendCodePoint);
        return clean.substring(Math.max(0, clean.length() - characters));
    }

    private void awaitTheRest() {
        Thread reading = draining;
        Process source = process;
        if (reading == null || source == null || source.isAlive()) {
            return;
        }
        try {
            reading.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String lastBytes() {
        int length = (int) Math.min(seen, TAIL_BYTES);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = tail[(int) ((seen - length + i) % TAIL_BYTES)];
        }
        int start = 0;
        while (seen > length && start < length && (last[start] & 0xC0) == 0x80) {
            start++;
        }
        return new String(last, start, length - start, StandardCharsets.UTF_8);
    }

    private static boolean isPrintable(int character) {
        return character == '\n'
                || character == '\t'
                || (!Character.isISOControl(character) && Character.getType(character) != Character.FORMAT);
    }
}
