package touchstone.runner.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What has to be undone when a box ends, last first, once, even when this JVM is told to end. */
final class Teardown implements AutoCloseable {

    private static final Set<Teardown> PENDING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PENDING.forEach(Teardown::close), "close boxes"));
    }

    private final Deque<Runnable> steps = new ArrayDeque<>();

    Teardown() {
        PENDING.add(this);
    }

    synchronized void add(Runnable step) {
        steps.push(step);
    }

    /** Does every step even when one fails; then throws the first failure. */
    @Override
    public synchronized void close() {
        RuntimeException failure = null;
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        PENDING.remove(this);
        if (failure != null) {
            throw failure;
        }
    }
}
