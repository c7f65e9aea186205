package touchstone.simulator.ledger;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** A ledger with running totals, so that nobody has to read it all to say how it stands. */
public final class Tally implements Ledger {

    private final Ledger ledger;
    private final LongAdder calls = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private final LongAdder tokens = new LongAdder();
    private final LongAdder price = new LongAdder();

    /** @param ledger where the calls are kept */
    public Tally(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void append(LedgerEntry entry) {
        ledger.append(entry);
        calls.increment();
        faults.add(entry.served().fault().equals("none") ? 0 : 1);
        tokens.add(entry.usage().inputTokens() + entry.usage().outputTokens());
        price.add(entry.usage().priceMicros());
    }

    @Override
    public List<LedgerEntry> entries() {
        return ledger.entries();
    }

    /** The totals in words: {@code 12 calls, 3 with a fault, 4711 tokens, 96 micro-units}. */
    public String sentence() {
        return calls.sum() + " calls, " + faults.sum() + " with a fault, " + tokens.sum() + " tokens, " + price.sum()
                + " micro-units";
    }
}
