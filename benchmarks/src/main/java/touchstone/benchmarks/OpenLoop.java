package touchstone.benchmarks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import touchstone.measurement.interval.Quantile;

/** Requests at even distances, however slowly the answers come. A time counts from when a request was to be sent. */
final class OpenLoop {

    /** Requests in each second. */
    static final int RATE = 100;

    private static final long PATIENCE_SECONDS = 60;

    private OpenLoop() {}

    /**
     * What was seen.
     *
     * @param p50Millis from the planned time of the request to the last byte of the answer
     * @param failed answers other than 200, and none at all
     */
    record Seen(String name, int requests, double p50Millis, double p99Millis, double aimMillis, int failed) {
        boolean isMet() {
            return failed == 0 && p99Millis <= aimMillis;
        }
    }

    static Seen run(WebPage page, List<Visitor> people, int seconds) throws InterruptedException {
        int requests = RATE * seconds;
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(requests);
        long begun = System.nanoTime();
        for (int number = 0; number < requests; number++) {
            long planned = begun + number * 1_000_000_000L / RATE;
            for (long left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            CompletableFuture<?> _ = people.get(page.person(number))
                    .get(page.path(number))
                    .whenComplete((status, failure) -> {
                        millis.add((System.nanoTime() - planned) / 1e6);
                        if (failure != null || status != 200) {
                            failed.incrementAndGet();
                        }
                        open.countDown();
                    });
        }
        boolean all = open.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        double[] sample = millis.stream().mapToDouble(Double::doubleValue).toArray();
        return new Seen(
                page.name(),
                requests,
                Quantile.of(sample, 0.5),
                Quantile.of(sample, 0.99),
                page.aimMillis(),
                failed.get() + (all ? 0 : (int) open.getCount()));
    }
}
