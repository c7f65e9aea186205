package touchstone.simulator.ledger;

import java.util.List;

/** Where the simulator writes what it saw. Append-only and safe for many threads. */
public interface Ledger {

    /** Adds one finished call. */
    void append(LedgerEntry entry);

    /** All calls so far, in order of arrival. */
    List<LedgerEntry> entries();
}
