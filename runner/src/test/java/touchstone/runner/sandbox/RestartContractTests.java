package touchstone.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every sandbox promises of a restart, on top of the rest. */
abstract class RestartContractTests extends SandboxContractTests {

    /** Counts its starts in the state folder, and serves. */
    private static final String COUNTING = """
        import os, signal, sys
        signal.signal(signal.SIGTERM, lambda *_: (print('asked to end', flush=True), os._exit(0)))
        place = os.environ['LAB_STATE_DIR'] + '/starts'
        starts = 1 + (int(open(place).read()) if os.path.exists(place) else 0)
        open(place, 'w').write(str(starts))
        print('start', starts, open('built').read().strip(), flush=True)
        """;

    @Test
    void startsAgainAtTheSameAddressWithItsState() throws Exception {
        write("app.py", COUNTING + SERVER);
        try (ModelStandIn model = model();
                Box box = sandbox()
                        .start(with(
                                request(model, "python3 app.py"), Optional.empty(), Optional.of("echo b >> built")))) {
            awaitHealthy(box);
            URI before = box.address();
            for (int start = 2; start <= 4; start++) {
                String started = "start " + start + " b\n";
                box.restart(LONG);
                awaitHealthy(box);
                assertThat(get(box, "/hello")).isEqualTo("model");
                assertThat(box.address()).isEqualTo(before);
                assertThat(box.exitStatus()).isEmpty();
                await(() -> box.outputTail(1000).contains(started));
            }
            assertThat(box.outputTail(1000).split("asked to end", -1)).hasSize(4);
            box.stop(LONG);
            assertThat(box.exitStatus()).hasValue(0);
            await(() -> box.outputTail(1000).split("asked to end", -1).length == 5);
        }
    }

    @Test
    void killsWhatDoesNotEndBeforeARestart() throws Exception {
        write("deaf.py", """
            import os, signal, subprocess, sys
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            daemon = "import signal, time; signal.signal(15, signal.SIG_IGN); print('d' + 'aemon', flush=True); time.sleep(600)"
            children = [c for c in os.listdir('/proc') if c.isdigit()]
            mark = 'beside:' + os.environ['LAB_STATE_DIR']
            subprocess.Popen([sys.executable, '-c', daemon, mark], start_new_session=True)
            def mine(c):
                try: return mark in open('/proc/' + c + '/cmdline').read()
                except OSError: return False
            print('started beside', sum(mine(c) for c in children), flush=True)
            signal.pause()
            """);
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 deaf.py"))) {
            await(() -> box.outputTail(1000).contains("daemon"));
            box.restart(Duration.ofSeconds(1));
            await(() -> box.outputTail(1000).split("daemon", -1).length == 3);
            assertThat(box.outputTail(1000)).contains("started beside 0").doesNotContain("started beside 1");
            assertThat(box.exitStatus()).isEmpty();
        }
    }

    @Test
    void saysHowAProgramEndedThatDoesNotComeBack() throws Exception {
        write("once.sh", """
            if [ -e "$LAB_STATE_DIR/seen" ]; then echo 'no second time'; exit 9; fi
            touch "$LAB_STATE_DIR/seen"
            echo up
            sleep 600
            """);
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "sh once.sh"))) {
            await(() -> box.outputTail(100).contains("up"));
            box.restart(LONG);
            await(() -> box.exitStatus().isPresent());
            assertThat(box.exitStatus()).hasValue(9);
            await(() -> box.outputTail(100).contains("no second time"));
            box.restart(LONG);
            assertThat(box.exitStatus()).hasValue(9);
        }
    }
}
