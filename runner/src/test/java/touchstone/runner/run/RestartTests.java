package touchstone.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.runner.Outcome;
import touchstone.runner.fixtures.TinyLab;
import touchstone.runner.fixtures.TinySolution;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.runner.sandbox.Bubblewrap;
import touchstone.runner.sandbox.Sandbox;
import touchstone.runner.sandbox.Unboxed;

/** A day in which the program is restarted at noon. */
class RestartTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final int TRIES = 4;

    /** Counts its starts in the state folder; the second one takes a second. */
    private static final String COUNTING = """
        place = os.environ['LAB_STATE_DIR'] + '/starts'
        starts = 1 + (int(open(place).read()) if os.path.exists(place) else 0)
        open(place, 'w').write(str(starts))
        """;

    private static final String STARTS = "handler.reply({'starts': starts})";

    @TempDir
    Path folder;

    private int runs;

    private Recording run(Sandbox sandbox, String atSecondStart) throws IOException, InterruptedException {
        String start = COUNTING + "if starts == 2: " + atSecondStart;
        TinySolution solution = TinySolution.write(folder.resolve("solution"), start, STARTS);
        Recording recording = once(sandbox, solution);
        for (int tries = 1; tries < TRIES && recording.outcome() instanceof Outcome.InfraError; tries++) {
            recording = once(sandbox, solution);
        }
        assertThat(solution.runs()).isFalse();
        return recording;
    }

    private Recording once(Sandbox sandbox, TinySolution solution) throws IOException, InterruptedException {
        RunRequest request = new RunRequest(
                TinyLab.writeRestarting(folder.resolve("labs"), 10),
                solution.folder(),
                7,
                true,
                sandbox,
                Progress.NONE,
                CLOCK);
        return LabRun.make(request, Files.createDirectory(folder.resolve("work-" + ++runs)));
    }

    private static List<ItemRecord> afternoon(Recording recording) {
        return recording.log().items().stream()
                .filter(record -> record.item().phase().equals("afternoon"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void startsTheProgramAgainWithItsStateAndHoldsRequestsBack(boolean boxed) throws Exception {
        Recording recording = run(boxed ? new Bubblewrap() : new Unboxed(), "time.sleep(1)");

        assertThat(recording.outcome()).isEqualTo(new Outcome.Scored());
        assertThat(recording.log().items()).hasSize(TinyLab.ITEMS);
        assertThat(recording.log().phases().getLast().restart()).isTrue();
        assertThat(afternoon(recording))
                .extracting(ItemRecord::reply)
                .containsOnly(new ItemReply.Replied(200, "{\"starts\": 2}"));
        long noon = recording.log().phases().getLast().startMicros();
        assertThat(afternoon(recording)).allSatisfy(record -> {
            assertThat(record.sentMicros()).isGreaterThan(noon + 1_000_000);
            assertThat(record.item().arrivalMicros()).isBetween(noon, noon + 1_000_000);
        });
    }

    @Test
    void failsAProgramThatHangsAtItsRestart() throws Exception {
        Recording recording = run(new Bubblewrap(), "print('waiting for a lock'); time.sleep(600)");

        assertThat(recording.outcome()).isInstanceOf(Outcome.SolutionFailed.class);
        assertThat(recording.outcome().cause())
                .contains("did not come back after the restart", "within 10 s", "waiting for a lock");
        assertThat(afternoon(recording)).isEmpty();
    }

    @Test
    void failsAProgramThatEndsAtItsRestart() throws Exception {
        Recording recording = run(new Bubblewrap(), "print('the index is damaged'); sys.exit(4)");

        assertThat(recording.outcome()).isInstanceOf(Outcome.SolutionFailed.class);
        assertThat(recording.outcome().cause())
                .contains("ended after the restart, before it was ready", "exit status 4", "the index is damaged");
        assertThat(recording.log().items()).hasSize(TinyLab.ITEMS / 2);
    }
}
