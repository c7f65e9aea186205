package touchstone.runner.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.simulator.ledger.RunClock;

/**
 * Plays a day: enters each phase when it begins and sends each item when it arrives, whether or not earlier ones have been
 * answered (an open system). One virtual thread an item. While the program restarts, items wait; the day does not.
 */
final class Driver {

    /** How long after its deadline a reply is still waited for, so that a late answer can be told from none. */
    static final Duration GRACE = Duration.ofMillis(500);

    private static final int MOST_BODY_BYTES = 64 * 1024;

    private final RunningSolution solution;
    private final RunClock clock;
    private final Consumer<String> enterPhase;
    private final Progress progress;
    private final AtomicInteger done = new AtomicInteger();

    Driver(RunningSolution solution, RunClock clock, Consumer<String> enterPhase, Progress progress) {
        this.solution = solution;
        this.clock = clock;
        this.enterPhase = enterPhase;
        this.progress = progress;
    }

    /**
     * What came of a day.
     *
     * @param records of all items that were sent, in order of arrival; fewer than all when the program died
     * @param failure why the program did not come back from a restart; empty when it did
     */
    record Played(List<ItemRecord> records, Optional<String> failure) {}

    /** Plays it to the end, or until the program is gone. */
    Played play(Day day) throws InterruptedException {
        long start = clock.micros();
        List<Future<ItemRecord>> sent = new ArrayList<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                Future<?> _ = threads.submit(() -> announce(day, start, ended));
                Optional<String> failure = sendAll(day, start, threads, sent);
                return new Played(collect(sent), failure);
            } finally {
                // Closing waits for every thread, so none may have a reason to stay.
                ended.complete(null);
                sent.forEach(pending -> pending.cancel(true));
            }
        }
    }

    /** Restarts the program where a phase says so, and holds back what arrives before it is ready again. */
    private Optional<String> sendAll(Day day, long start, ExecutorService threads, List<Future<ItemRecord>> sent)
            throws InterruptedException {
        Deque<Day.Phase> restarts = new ArrayDeque<>(
                day.phases().stream().filter(Day.Phase::restart).toList());
        for (Item item : day.items()) {
            Optional<String> failure = restart(restarts, item.arrivalMicros(), start);
            if (failure.isPresent()) {
                return failure;
            }
            if (!waitUntil(start + item.arrivalMicros())) {
                return Optional.empty();
            }
            URI address = solution.address().resolve(item.path());
            sent.add(threads.submit(() -> send(address, threads, item)));
        }
        return restart(restarts, Long.MAX_VALUE, start);
    }

    /** Makes the restarts that are due before this time of the day; says why one failed. */
    private Optional<String> restart(Deque<Day.Phase> due, long beforeMicros, long start) throws InterruptedException {
        while (!due.isEmpty() && due.getFirst().startMicros() <= beforeMicros) {
            if (!waitUntil(start + due.removeFirst().startMicros())) {
                return Optional.empty();
            }
            progress.step("restarting the solution");
            Optional<String> failure = solution.restart();
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private void announce(Day day, long start, CompletableFuture<Void> ended) {
        for (Day.Phase phase : day.phases()) {
            if (ended.isDone()) {
                return;
            }
            while (clock.micros() < start + phase.startMicros() && !ended.isDone()) {
                LockSupport.parkNanos(1_000_000);
            }
            enterPhase.accept(phase.name());
            while (clock.micros() < start + phase.endMicros() && !ended.isDone()) {
                progress.day(phase.title(), done.get(), day.items().size());
                LockSupport.parkNanos(
                        Math.min(200_000_000L, 1_000L * Math.max(1_000, start + phase.endMicros() - clock.micros())));
            }
        }
        while (!ended.isDone()) {
            progress.day("waiting for the last replies", done.get(), day.items().size());
            LockSupport.parkNanos(200_000_000);
        }
    }

    /** False when the program died while waiting. */
    private boolean waitUntil(long micros) throws InterruptedException {
        long left = micros - clock.micros();
        while (left > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(Math.min(left, 50_000) * 1_000);
            if (!solution.runs()) {
                return false;
            }
            left = micros - clock.micros();
        }
        return true;
    }

    private List<ItemRecord> collect(List<Future<ItemRecord>> sent) throws InterruptedException {
        List<ItemRecord> records = new ArrayList<>();
        for (Future<ItemRecord> future : sent) {
            try {
                records.add(future.get());
            } catch (ExecutionException failed) {
                throw new RunnerException("the workload driver failed: " + failed.getCause(), failed);
            }
        }
        return records;
    }

    /**
     * Each item has a connection of its own: a server may close an idle one in the very moment in which it is used again, and
     * that would be held against the solution.
     */
    private ItemRecord send(URI address, ExecutorService threads, Item item) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(threads)
                .build()) {
            try {
                return send(client, address, threads, item);
            } finally {
                client.shutdownNow();
            }
        }
    }

    private ItemRecord send(HttpClient client, URI address, ExecutorService threads, Item item)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(item.body()))
                .build();
        long sentMicros = clock.micros();
        long[] firstByte = {-1};
        CompletableFuture<HttpResponse<InputStream>> pending =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        Duration patience = Duration.ofMillis(item.deadlineMillis()).plus(GRACE);
        CompletableFuture<ItemReply> reply = pending.thenApplyAsync(
                response -> {
                    firstByte[0] = clock.micros();
                    return read(response);
                },
                threads);
        ItemReply result;
        try {
            result = reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            pending.cancel(true);
            result = new ItemReply.NoReply("no reply within " + patience.toMillis() + " ms");
        } catch (ExecutionException failed) {
            result = new ItemReply.NoReply(describe(failed));
        }
        long doneMicros = clock.micros();
        done.incrementAndGet();
        return new ItemRecord(item, sentMicros, firstByte[0], doneMicros, result);
    }

    private static ItemReply read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BODY_BYTES + 1);
            if (bytes.length > MOST_BODY_BYTES) {
                return new ItemReply.NoReply("the reply was longer than 64 KiB");
            }
            return new ItemReply.Replied(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            return new ItemReply.NoReply("the reply broke off");
        }
    }

    private static String describe(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return "the connection failed (" + text + ")";
    }
}
