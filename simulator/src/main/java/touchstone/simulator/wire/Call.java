package touchstone.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.simulator.ledger.LedgerEntry;
import touchstone.simulator.ledger.LedgerEntry.Grounding;
import touchstone.simulator.ledger.LedgerEntry.Request;
import touchstone.simulator.ledger.LedgerEntry.Served;
import touchstone.simulator.ledger.LedgerEntry.Times;
import touchstone.simulator.ledger.LedgerEntry.Tokens;
import touchstone.simulator.ledger.LedgerEntry.Usage;
import touchstone.simulator.limit.Allowance;

/**
 * One call in the making: what the ledger will say of it. Used by one thread at a time; the entry is built when the call is
 * over.
 */
final class Call {

    final long number;
    final long receivedMicros;
    final String apiKey;
    private final Map<String, String> headers;

    /** The request body as it came. */
    byte[] body = new byte[0];

    /** The text of a chat call's prompt. */
    String prompt = "";

    String item = "";
    Request request;
    Optional<Allowance> allowance = Optional.empty();
    int status;
    String fault = "none";
    String family = "";
    boolean recognised;
    Grounding grounding = Grounding.NONE;
    long retryAfterMicros = -1;
    Usage usage = Usage.NONE;
    long firstByteMicros = -1;
    long lastByteMicros = -1;
    long abortedMicros = -1;
    long lateMicros;
    Tokens tokens = Tokens.NONE;

    Call(long number, long receivedMicros, String apiKey, Map<String, String> headers, Request request) {
        this.number = number;
        this.receivedMicros = receivedMicros;
        this.apiKey = apiKey;
        this.headers = headers;
        this.request = request;
    }

    /** The model is known now, and with it the limits that count. */
    void asked(String forItem, Request asked) {
        item = forItem;
        request = asked;
    }

    void aborted(long micros) {
        if (abortedMicros < 0) {
            abortedMicros = micros;
        }
    }

    void sent(int sentStatus, long firstMicros, long lastMicros) {
        status = sentStatus;
        firstByteMicros = firstMicros;
        lastByteMicros = lastMicros;
    }

    void paced(List<Long> planned, List<Long> sent) {
        tokens = new Tokens(planned, sent);
    }

    LedgerEntry entry() {
        return new LedgerEntry(
                number,
                item,
                request,
                new Served(status, fault, family, recognised, retryAfterMicros, abortedMicros >= 0, grounding),
                usage,
                new Times(receivedMicros, firstByteMicros, lastByteMicros, abortedMicros, lateMicros),
                tokens,
                headers);
    }
}
