package touchstone.runner.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import touchstone.runner.lab.LabDescription.Limits;
import touchstone.runner.sandbox.Box;

/**
 * The solution's program in its box: whether it is ready, whether it runs, and how it ended.
 *
 * @param built whether a build command comes before the first start, which then takes longer
 */
record RunningSolution(Box box, Limits limits, boolean built) {

    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final int TAIL_CHARACTERS = 600;

    URI address() {
        return box.address();
    }

    boolean runs() {
        return box.exitStatus().isEmpty();
    }

    /** Waits until it is ready for the first time; otherwise says why it is not. */
    Optional<String> awaitStart() throws InterruptedException {
        int seconds = limits.startSeconds() + (built ? limits.buildSeconds() : 0);
        return awaitHealthy(seconds, "before it was ready", "The solution did not answer");
    }

    /** Stops it and starts it again with the state that it left, until it is ready; otherwise says why it is not. */
    Optional<String> restart() throws InterruptedException {
        box.restart(STOP_GRACE);
        return awaitHealthy(
                limits.startSeconds(),
                "after the restart, before it was ready",
                "The solution did not come back after the restart: it did not answer");
    }

    void stop() {
        box.stop(STOP_GRACE);
    }

    /** How it ended in the middle of the day. */
    String died(int sent, int items) {
        return "The solution ended in the middle of the run, after " + sent + " of " + items
                + " requests, with exit status " + box.exitStatus().orElse(-1) + "." + tail();
    }

    private Optional<String> awaitHealthy(int seconds, String when, String late) throws InterruptedException {
        URI health = box.address().resolve("/healthz");
        long patienceNanos = Duration.ofSeconds(seconds).toNanos();
        long begun = System.nanoTime();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build()) {
            while (System.nanoTime() - begun < patienceNanos) {
                if (!runs()) {
                    return Optional.of(ended(when));
                }
                if (healthy(client, health)) {
                    return Optional.empty();
                }
                Thread.sleep(100);
            }
        }
        return Optional.of(late + " GET /healthz with 200 within " + seconds + " s." + tail());
    }

    private static boolean healthy(HttpClient client, URI health) throws InterruptedException {
        try {
            HttpRequest probe = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String ended(String when) {
        String what = box.buildFailed()
                ? "The build command failed"
                : "The solution ended " + when + ", with exit status "
                        + box.exitStatus().orElse(-1);
        return what + "." + tail();
    }

    private String tail() {
        String tail = box.outputTail(TAIL_CHARACTERS).strip();
        return tail.isEmpty() ? " It printed nothing." : " Its last output: " + tail;
    }
}
