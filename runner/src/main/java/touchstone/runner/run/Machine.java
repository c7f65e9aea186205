package touchstone.runner.run;

import java.lang.management.ManagementFactory;

/** Describes the machine a run took place on, for provenance. */
final class Machine {

    private Machine() {}

    /** Processors, memory, system and Java version in one line. */
    static String describe() {
        long bytes =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        return Runtime.getRuntime().availableProcessors() + " processors, " + (bytes >> 30) + " GiB memory, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
    }
}
