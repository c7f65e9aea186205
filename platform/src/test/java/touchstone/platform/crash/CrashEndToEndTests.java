package touchstone.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Kills the application and the database, in turn and without warning, in the middle of a random workflow. After each
 * start everything that was confirmed is there, once; the step under way is done again, as a person would. Steps and kills
 * can be raised: {@code -Dcrash.steps=1000 -Dcrash.kills=25}.
 */
class CrashEndToEndTests {

    private static final long SEED = 20261121;
    private static final int STEPS = Integer.getInteger("crash.steps", 120);
    private static final int KILLS = Integer.getInteger("crash.kills", 4);

    @Test
    void losesNothingThatWasConfirmed() throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "crash-");
        List<String> story = new ArrayList<>();
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int until = STEPS * (kill + 1) / (KILLS + 1) + (int) Math.floorMod(SEED * (kill + 7), 5L);
            next = round(data, next, until, kill % 2 == 0, story);
        }
        next = round(data, next, Integer.MAX_VALUE, true, story);
        assertThat(next).as("%s", story).isEqualTo(STEPS);
        assertThat(story).filteredOn(line -> line.startsWith("VERIFIED")).hasSize(KILLS + 1);
    }

    /** Starts a worker, kills after the given step, and answers with the step to go on from. */
    private static int round(Path data, int first, int killAfter, boolean application, List<String> story)
            throws IOException, InterruptedException {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashWorker.class.getName(),
                        data.toString(),
                        Long.toString(SEED),
                        Integer.toString(first),
                        Integer.toString(STEPS))
                .redirectErrorStream(true)
                .start();
        int next = first;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("(VERIFIED|FAILED|END|Caused).*")) {
                    story.add(line);
                }
                if (line.startsWith("DONE ")) {
                    next = Integer.parseInt(line.substring("DONE ".length())) + 1;
                    if (next == killAfter) {
                        kill(application ? worker.toHandle() : database(data));
                    }
                }
            }
        }
        assertThat(worker.waitFor(2, TimeUnit.MINUTES))
                .as("the worker ends: %s", story)
                .isTrue();
        return next;
    }

    private static ProcessHandle database(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
    }
}
