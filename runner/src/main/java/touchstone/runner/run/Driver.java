package touchstone.runner.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.simulator.ledger.RunClock;

/**
 * Plays a day: enters each phase when it begins and sends each item when it arrives, whether or not earlier ones have been
 * answered (an open system). One virtual thread an item.
 */
final class Driver {

    /** How long after its deadline a reply is still waited for, so that a late answer can be told from none. */
    static final Duration GRACE = Duration.ofMillis(500);

    private static final int MOST_BODY_BYTES = 64 * 1024;

    private final URI service;
    private final RunClock clock;
    private final Consumer<String> enterPhase;
    private final BooleanSupplier alive;
    private final Progress progress;
    private final AtomicInteger done = new AtomicInteger();

    Driver(URI service, RunClock clock, Consumer<String> enterPhase, BooleanSupplier alive, Progress progress) {
        this.service = service;
        this.clock = clock;
        this.enterPhase = enterPhase;
        this.alive = alive;
        this.progress = progress;
    }

    /** The records of all items that were sent, in order of arrival; fewer than all when the program died. */
    List<ItemRecord> play(Day day) throws InterruptedException {
        long start = clock.micros();
        List<Future<ItemRecord>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .executor(threads)
                        .build()) {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            try {
                Future<?> _ = threads.submit(() -> announce(day, start, ended));
                for (Item item : day.items()) {
                    if (!waitUntil(start + item.arrivalMicros())) {
                        break;
                    }
                    sent.add(threads.submit(() -> send(client, threads, item)));
                }
                return collect(sent);
            } finally {
                // Closing waits for every thread, so none may have a reason to stay.
                ended.complete(null);
                sent.forEach(pending -> pending.cancel(true));
                client.shutdownNow();
            }
        }
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
            if (!alive.getAsBoolean()) {
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

    private ItemRecord send(HttpClient client, ExecutorService threads, Item item) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(item.path()))
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
