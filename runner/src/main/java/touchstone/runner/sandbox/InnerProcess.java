package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds a process of a box on the host by its number in the box. */
final class InnerProcess {

    private InnerProcess() {}

    /**
     * @param ancestor a process on the host from which it descends
     * @param number what it calls itself, one process namespace further in
     * @return its number on the host
     * @throws SandboxException when there is none
     */
    static long onHost(Process ancestor, long number) {
        return ancestor.descendants()
                .map(ProcessHandle::pid)
                .filter(process -> isCalled(process, number))
                .findFirst()
                .orElseThrow(() -> new SandboxException("The box's process " + number + " is not to be found."));
    }

    private static boolean isCalled(long process, long number) {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(process), "status"));
            return status.stream()
                    .filter(line -> line.startsWith("NSpid:"))
                    .map(line -> line.split("\\s+"))
                    .anyMatch(numbers -> numbers.length > 2 && numbers[numbers.length - 1].equals("" + number));
        } catch (IOException _) {
            return false;
        }
    }
}
