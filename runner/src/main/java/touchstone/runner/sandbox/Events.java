package touchstone.runner.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What the box's scripts report on their way up, one line each, and the words of whatever failed.
 *
 * <p>The program could write here too, by force. That gains it nothing, and it is read to the end but kept to a bound.
 */
final class Events {

    /** How far the box has come; {@code ENDED}: nothing will follow; {@code LATE}: nothing came in time. */
    enum Event {
        READY,
        INSIDE,
        BUILD_FAILED,
        RUNNING,
        ENDED,
        LATE
    }

    /** @param process of {@code READY}: number in the box of the process that will become the program; else 0 */
    record Step(Event event, long process) {}

    private static final int KEPT_CHARACTERS = 8 * 1024;
    private static final String MARK = "touchstone: ";

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final StringBuilder words = new StringBuilder();

    /** Reads until the stream ends. */
    void drain(InputStream stream) {
        StringBuilder line = new StringBuilder();
        byte[] buffer = new byte[4 * 1024];
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        take(line.toString());
                        line.setLength(0);
                    } else if (line.length() < KEPT_CHARACTERS) {
                        line.append((char) (buffer[i] & 0x7F));
                    }
                }
            }
        } catch (IOException _) {
            // The box was closed.
        } finally {
            steps.add(new Step(Event.ENDED, 0));
        }
    }

    private void take(String line) {
        parse(line).filter(_ -> steps.size() < 16).ifPresentOrElse(steps::add, () -> remember(line));
    }

    private static Optional<Step> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        String event = line.substring(MARK.length());
        if (event.matches("ready \\d{1,9}")) {
            return Optional.of(new Step(Event.READY, Long.parseLong(event.substring("ready ".length()))));
        }
        return switch (event) {
            case "inside" -> Optional.of(new Step(Event.INSIDE, 0));
            case "build failed" -> Optional.of(new Step(Event.BUILD_FAILED, 0));
            case "running" -> Optional.of(new Step(Event.RUNNING, 0));
            default -> Optional.empty();
        };
    }

    private synchronized void remember(String line) {
        if (words.length() + line.length() < KEPT_CHARACTERS) {
            words.append(line).append('\n');
        }
    }

    /** Forgets what was reported until now. */
    void forget() {
        steps.removeIf(step -> step.event() != Event.ENDED);
    }

    /** Waits for the next step. */
    Step next(Duration patience) throws InterruptedException {
        Step step = steps.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return step == null ? new Step(Event.LATE, 0) : step;
    }

    /** What else was said, for our own error messages. */
    synchronized String words() {
        return words.toString().strip();
    }
}
