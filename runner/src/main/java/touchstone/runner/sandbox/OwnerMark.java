package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names things on the host after the JVM that made them, so that a later one can tell whether it still lives.
 *
 * <p>A process is told from a later one with the same id by its start in clock ticks since the machine's boot, read from
 * /proc. The start as a date will not do: Java derives it from a boot time that the kernel rounds anew at each reading, so
 * that two JVMs can see the same process start a second apart.
 */
final class OwnerMark {

    private static final Pattern MARK = Pattern.compile("(\\d{1,18})-(\\d{1,18})(?:-.*)?");

    /** Position of the start time in /proc/PID/stat, counted from the state that follows the name: proc(5), field 22. */
    private static final int START = 19;

    private OwnerMark() {}

    /** Such as {@code 4711-987654}: process id and start in clock ticks since boot. */
    static String own() {
        long pid = ProcessHandle.current().pid();
        return pid + "-" + startTicks(pid);
    }

    /** Whether the text begins with the mark of a process that has ended; false for anything else. */
    static boolean isGone(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.matches() && startTicks(Long.parseLong(mark.group(1))) != Long.parseLong(mark.group(2));
    }

    /** -1 for a process that there is not. */
    private static long startTicks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1);
            // the name in parentheses may hold spaces and parentheses itself
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[START]);
        } catch (IOException ended) {
            return -1;
        }
    }
}
