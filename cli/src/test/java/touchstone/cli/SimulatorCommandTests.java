package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorCommandTests {

    @TempDir
    Path folder;

    private void assertRefused(Terminal terminal, int status, String... words) {
        assertThat(terminal.err()).startsWith("touchstone: ").contains(words).doesNotContain("Exception");
        assertThat(terminal.err().strip()).doesNotContain("\n");
        assertThat(terminal.out()).isEmpty();
        assertThat(status).isEqualTo(Main.BAD_INPUT);
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        Terminal terminal = new Terminal(folder);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertRefused(terminal, terminal.type("simulator", "start", "--port", port), port, "in use", "--port");
        }
    }

    @Test
    void refusesAPortThatIsNone() {
        Terminal terminal = new Terminal(folder);

        assertRefused(terminal, terminal.type("simulator", "start", "--port", "70000"), "70000", "65535");
    }

    @Test
    void namesTheLineOfABrokenScenario() throws IOException {
        Terminal terminal = new Terminal(folder);
        Path scenario = Files.writeString(folder.resolve("bad.yaml"), "seed: 1\nmodells: []\n");

        assertRefused(
                terminal,
                terminal.type("simulator", "start", "--scenario", scenario.toString()),
                "bad.yaml:2",
                "modells");
    }

    @Test
    void saysThatAScenarioIsMissing() {
        Terminal terminal = new Terminal(folder);

        assertRefused(
                terminal,
                terminal.type("simulator", "start", "--scenario", folder + "/none.yaml"),
                "none.yaml",
                "does not exist");
    }

    @Test
    void saysThatALedgerCannotBeWritten() {
        Terminal terminal = new Terminal(folder);

        assertRefused(
                terminal,
                terminal.type("simulator", "start", "--port", "0", "--ledger", folder + "/no/such/ledger.ndjson"),
                "ledger.ndjson");
    }

    @Test
    void wantsASpendCapBeforeARealServer() {
        Terminal terminal = new Terminal(folder);

        assertRefused(
                terminal,
                terminal.type("simulator", "start", "--upstream", "http://127.0.0.1:1/v1"),
                "--spend-cap-micros");
    }

    @Test
    void refusesAnAddressACapOrAKeyThatCannotBeUsed() {
        Terminal terminal = new Terminal(folder);

        assertRefused(terminal, upstream(terminal, "ftp://127.0.0.1/v1", "5", "HOME"), "ftp://127.0.0.1/v1", "http");
        assertRefused(terminal, upstream(terminal, "http://a b", "5", "HOME"), "http://a b");
        assertRefused(terminal, upstream(terminal, "http://127.0.0.1:1/v1", "0", "HOME"), "above 0");
        assertRefused(
                terminal, upstream(terminal, "http://127.0.0.1:1/v1", "5", "NO_SUCH_KEY"), "NO_SUCH_KEY", "no key");
        assertThat(terminal.err()).doesNotContain(System.getenv("HOME"));
    }

    @Test
    void wantsAServerForASpendCap() {
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.type("simulator", "start", "--spend-cap-micros", "5"))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.err()).contains("--upstream");
    }

    private static int upstream(Terminal terminal, String url, String cap, String keyVariable) {
        return terminal.type(
                "simulator", "start", "--upstream", url, "--spend-cap-micros", cap, "--upstream-key-env", keyVariable);
    }
}
