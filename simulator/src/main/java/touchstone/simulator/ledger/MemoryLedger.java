package touchstone.simulator.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A ledger that is kept in memory only. */
public final class MemoryLedger implements Ledger {

    private final ConcurrentLinkedQueue<LedgerEntry> entries = new ConcurrentLinkedQueue<>();

    @Override
    public void append(LedgerEntry entry) {
        entries.add(entry);
    }

    @Override
    public List<LedgerEntry> entries() {
        List<LedgerEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(LedgerEntry::call));
        return List.copyOf(sorted);
    }
}
