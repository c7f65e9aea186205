package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs chunks of work on some threads, in waves, and hands the results on in the order of the chunks. */
final class Threads implements AutoCloseable {

    private final int count;
    private final List<ExecutorService> pool = new ArrayList<>();

    Threads(int count) {
        this.count = count;
        if (count > 1) {
            pool.add(Executors.newFixedThreadPool(
                    count, Thread.ofPlatform().daemon().name("ratings-", 0).factory()));
        }
    }

    /** What is done with one chunk; the slot says which scratch memory is free for it. */
    interface Work {
        void run(int chunk, int slot);
    }

    /** Number of scratch memories that {@link #inWaves} uses. */
    int slots(int chunks) {
        return Math.min(count, chunks);
    }

    /** Runs {@code work} for each chunk, at most one for each slot at once, then {@code merge} in the order of the chunks. */
    void inWaves(int chunks, Work work, Work merge) {
        int slots = slots(chunks);
        for (int from = 0; from < chunks; from += slots) {
            int to = Math.min(chunks, from + slots);
            if (to - from == 1 || pool.isEmpty()) {
                for (int c = from; c < to; c++) {
                    work.run(c, c - from);
                }
            } else {
                wave(from, to, work);
            }
            for (int c = from; c < to; c++) {
                merge.run(c, c - from);
            }
        }
    }

    private void wave(int from, int to, Work work) {
        List<Future<?>> running = new ArrayList<>();
        for (int c = from; c < to; c++) {
            int chunk = c;
            running.add(pool.getFirst().submit(() -> work.run(chunk, chunk - from)));
        }
        for (Future<?> task : running) {
            try {
                task.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the fit was interrupted", stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a part of the fit failed", failed.getCause());
            }
        }
    }

    @Override
    public void close() {
        pool.forEach(ExecutorService::shutdownNow);
    }
}
