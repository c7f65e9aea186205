package touchstone.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerTests {

    private static LedgerEntry entry(long call) {
        return new LedgerEntry(
                call,
                "item-ä",
                new LedgerEntry.Request("chat", "peak", "sim-small", "k", 1, 2, true),
                new LedgerEntry.Served(200, "none", "plain-chat", true, -1, false),
                new LedgerEntry.Usage(1, 0, 2, 3),
                new LedgerEntry.Times(1, 2, 3, -1, 0),
                new LedgerEntry.Tokens(List.of(1L, 2L), List.of(3L, 4L)),
                Map.of("user-agent", "test"));
    }

    @Test
    void readsWhatItWrote(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ledger.ndjson");
        try (FileLedger ledger = new FileLedger(file)) {
            ledger.append(entry(1));
            ledger.append(entry(0));
            assertThat(Files.readAllLines(file)).hasSize(2);
            assertThat(ledger.entries()).containsExactly(entry(0), entry(1));
        }
        assertThat(FileLedger.read(file)).containsExactly(entry(0), entry(1));
    }

    @Test
    void readsLinesThatSayNothingOfGroundingAndPrompt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ledger.ndjson");
        try (FileLedger ledger = new FileLedger(file)) {
            ledger.append(entry(0));
        }
        String line = Files.readString(file);
        String older = line.replaceFirst(",\"grounding\":\\{[^}]*\\}", "").replace(",\"prompt\":\"\"", "");
        assertThat(older).isNotEqualTo(line).doesNotContain("grounding", "prompt");
        Files.writeString(file, older);
        assertThat(FileLedger.read(file)).containsExactly(entry(0));
    }

    @Test
    void keepsTheBeginningOfAPrompt() {
        LedgerEntry.Request request = new LedgerEntry.Request("chat", "", "m", "k", 0, 0, false, "p".repeat(30_000));
        assertThat(request.prompt()).hasSize(24_000);
    }

    @Test
    void refusesToOverwrite(@TempDir Path folder) {
        Path file = folder.resolve("ledger.ndjson");
        new FileLedger(file).close();
        assertThatThrownBy(() -> new FileLedger(file)).isInstanceOf(UncheckedIOException.class);
    }
}
