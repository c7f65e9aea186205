package touchstone.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While open, Ctrl-C interrupts the command's thread and waits until it has cleaned up. */
final class Interrupts implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    Interrupts() {
        Thread working = Thread.currentThread();
        hook = new Thread(() -> {
            working.interrupt();
            try {
                if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("touchstone: cleaning up took longer than " + PATIENCE_SECONDS + " s");
                }
            } catch (InterruptedException unexpected) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // the hook is running: it waits for the latch, which is open now
            return;
        }
    }
}
