package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTests {

    @TempDir
    Path home;

    @Test
    void showsItsCommandsWhenNoneIsGiven() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.type()).isZero();
        assertThat(terminal.out()).contains("Usage: touchstone", "lab", "simulator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "lab --help",
                "measure ratings --help",
                "measure agreement --help",
                "measure reliability --help",
                "measure impact --help",
                "measure passk --help",
                "lab list --help",
                "lab run --help",
                "lab validate --help",
                "lab rescore --help",
                "lab new --help",
                "simulator --help",
                "simulator start --help",
                "measure --help",
                "measure retrieval --help"
            })
    void explainsEveryCommand(String command) {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.type(command.split(" "))).isZero();
        assertThat(terminal.out()).startsWith("Usage: touchstone").contains("--help");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void saysItsVersion() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.type("--version")).isZero();
        assertThat(terminal.out()).startsWith("touchstone ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "lab fly",
                "lab list --fast",
                "lab run tiny",
                "lab run tiny --solution . --seed many",
                "lab validate tiny --seeds none",
                "measure",
                "measure fly",
                "measure retrieval",
                "measure retrieval a.qrels",
                "measure retrieval a.qrels a.run b.run c.run",
                "measure retrieval a.qrels a.run --k ten"
            })
    void refusesWhatItDoesNotKnow(String command) {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.type(command.split(" "))).isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isNotEmpty().doesNotContain("Exception", "\tat ");
    }
}
