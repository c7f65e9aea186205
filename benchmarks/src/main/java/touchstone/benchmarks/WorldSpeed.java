package touchstone.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import touchstone.measurement.interval.Quantile;
import touchstone.worlds.World;

/** How long a world of 10,000 documents takes with its truth. Each seed has a fresh JVM on one processor. */
public final class WorldSpeed {

    private static final int DOCUMENTS = 10_000;
    private static final int SEEDS = 5;
    private static final double AIM_SECONDS = 5;
    private static final int AIM_MEBIBYTES = 512;

    private WorldSpeed() {}

    /** {@code arguments}: the repository's root folder; or "seed" and a seed, for one world. */
    static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            make(Long.parseLong(arguments[1]));
            return;
        }
        Surroundings where = Surroundings.look();
        double[] wall = new double[SEEDS];
        double[] processor = new double[SEEDS];
        double[] memory = new double[SEEDS];
        for (int i = 0; i < SEEDS; i++) {
            List<String> options =
                    List.of("-Xmx" + AIM_MEBIBYTES + "m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1");
            String[] printed = Program.output(Program.onProcessor(
                            0,
                            Program.java(options, WorldSpeed.class.getName(), List.of("seed", String.valueOf(i + 1)))))
                    .strip()
                    .split(" ", -1);
            wall[i] = Double.parseDouble(printed[0]);
            processor[i] = Double.parseDouble(printed[1]);
            memory[i] = Double.parseDouble(printed[2]);
        }
        Path page = Path.of(arguments[0]).resolve("docs").resolve("benchmarks.md");
        Sections.write(page, "worlds", section(where, wall, processor, memory));
    }

    private static void make(long seed) throws IOException {
        long begun = System.nanoTime();
        World world = World.generate(seed, DOCUMENTS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        if (world.documents().size() < DOCUMENTS) {
            throw new IllegalStateException("the world is too small");
        }
        double resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElseThrow();
        System.out.println(String.format(Locale.ROOT, "%.3f %.3f %.0f", seconds, processor, resident));
    }

    private static String section(Surroundings where, double[] wall, double[] processor, double[] memory) {
        double slowest = Quantile.of(wall, 1);
        double largest = Quantile.of(memory, 1);
        return String.format(
                Locale.ROOT,
                """
                ## Worlds

                `make bench-worlds` measures this section by itself: %tF, %s. The load average of the minute before was %s.
                %,d documents with facts, questions, evidence, changes and poisons; seeds 1 to %d, each in a fresh JVM (serial
                collector, heap of %d MiB, cold) on one processor. The time of the thread says what a processor with nothing else
                to do would need, without compiling; memory is the most that was resident.

                | | median | most | aim: at most |
                | --- | ---: | ---: | --- |
                | seconds | %.2f | %.2f | %.0f; %s |
                | seconds of the thread | %.2f | %.2f | |
                | memory, MiB | %.0f | %.0f | %d; %s |
                """,
                Clock.systemUTC().instant().atZone(ZoneOffset.UTC),
                where.machine(),
                where.load(),
                DOCUMENTS,
                SEEDS,
                AIM_MEBIBYTES,
                Quantile.of(wall, 0.5),
                slowest,
                AIM_SECONDS,
                slowest <= AIM_SECONDS ? "met" : "not met",
                Quantile.of(processor, 0.5),
                Quantile.of(processor, 1),
                Quantile.of(memory, 0.5),
                largest,
                AIM_MEBIBYTES,
                largest <= AIM_MEBIBYTES ? "met" : "not met");
    }
}
