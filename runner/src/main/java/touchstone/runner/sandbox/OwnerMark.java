package touchstone.runner.sandbox;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names things on the host after the JVM that made them, so that a later one can tell whether it still lives. */
final class OwnerMark {

    private static final Pattern MARK = Pattern.compile("(\\d{1,18})-(\\d{1,18})(?:-.*)?");

    private OwnerMark() {}

    /** Such as {@code 4711-1767225600000}: process id and start in milliseconds. */
    static String own() {
        return ProcessHandle.current().pid() + "-" + startMillis(ProcessHandle.current());
    }

    /** Whether the text begins with the mark of a process that has ended; false for anything else. */
    static boolean isGone(String text) {
        Matcher mark = MARK.matcher(text);
        if (!mark.matches()) {
            return false;
        }
        long start = Long.parseLong(mark.group(2));
        return ProcessHandle.of(Long.parseLong(mark.group(1)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startMillis(process) == start)
                .isEmpty();
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
