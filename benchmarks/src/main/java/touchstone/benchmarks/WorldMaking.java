package touchstone.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import touchstone.worlds.World;

/**
 * How long a world of 10,000 documents takes, with its truth; aim: 5 seconds, in 512 MB, on one core. To be run in a
 * JVM of its own: {@code java -Xmx512m -XX:+UseSerialGC -XX:ActiveProcessorCount=1 -cp ...
 * touchstone.benchmarks.WorldMaking}.
 */
public final class WorldMaking {

    private static final int DOCUMENTS = 10_000;

    private WorldMaking() {}

    static void main(String[] arguments) {
        for (long seed = 1; seed <= 5; seed++) {
            long begun = System.nanoTime();
            long burnt = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            World world = World.generate(seed, DOCUMENTS);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - burnt) / 1e9;
            long characters = world.documents().stream()
                    .mapToLong(document -> document.body().length())
                    .sum();
            System.out.println(String.format(
                    Locale.ROOT,
                    "seed %d: %.2f s (%.2f s of processor), %,d documents, %,d characters, %,d facts, %,d questions",
                    seed,
                    seconds,
                    cpu,
                    world.documents().size(),
                    characters,
                    world.facts().size(),
                    world.questions().size()));
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.println(String.format(Locale.ROOT, "memory pools at their peaks: %,d MiB", peak >> 20));
    }
}
