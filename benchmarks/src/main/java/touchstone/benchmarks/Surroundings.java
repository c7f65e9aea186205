package touchstone.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import touchstone.runner.run.Version;

/**
 * Where and with what the benchmarks ran.
 *
 * @param machine processor, memory and system
 * @param load what else ran: the load average of the minute before
 * @param versions of all that was compared
 */
record Surroundings(String machine, String load, List<String> versions) {

    static Surroundings look() {
        long bytes =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        String machine = processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + Math.round(bytes / (double) (1 << 30)) + " GiB memory, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch");
        double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Surroundings(
                machine,
                String.format(Locale.ROOT, "%.2f", average),
                List.of(
                        "Touchstone " + Version.current(),
                        "WireMock " + System.getProperty("benchmarks.wiremock", "(version not told)"),
                        "MockServer " + System.getProperty("benchmarks.mockserver", "(version not told)"),
                        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")));
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
