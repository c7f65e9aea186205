package touchstone.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTests {

    @Test
    void keepsTotalsAndPassesCallsOn() {
        MemoryLedger kept = new MemoryLedger();
        Tally tally = new Tally(kept);

        tally.append(entry(0, "none"));
        tally.append(entry(1, "http-503"));

        assertThat(tally.sentence()).isEqualTo("2 calls, 1 with a fault, 24 tokens, 14 micro-units");
        assertThat(tally.entries()).isEqualTo(kept.entries()).hasSize(2);
    }

    private static LedgerEntry entry(long call, String fault) {
        return new LedgerEntry(
                call,
                "",
                new LedgerEntry.Request("chat", "", "sim-small", "k", 0, 0, false),
                new LedgerEntry.Served(200, fault, "", true, -1, false),
                new LedgerEntry.Usage(10, 0, 2, 7),
                new LedgerEntry.Times(0, 1, 2, -1, 0),
                LedgerEntry.Tokens.NONE,
                Map.of());
    }
}
