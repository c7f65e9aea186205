package touchstone.simulator.wire;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts by key, from 0. Safe for many threads. */
final class Counters {

    private final ConcurrentMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    /** How often this key was asked for before. */
    int next(String key) {
        return counts.computeIfAbsent(key, first -> new AtomicInteger()).getAndIncrement();
    }
}
