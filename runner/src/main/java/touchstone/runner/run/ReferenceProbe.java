package touchstone.runner.run;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import touchstone.runner.RunnerException;
import touchstone.simulator.ledger.Ledger;
import touchstone.simulator.ledger.LedgerEntry;
import touchstone.simulator.ledger.RunClock;

/**
 * Calls the simulator directly, without a solution, and measures what the machine adds to the model's own time. Taken before
 * and after the day: if the two differ, the machine was disturbed and the run is repeated.
 *
 * @param model id of the model to call
 */
record ReferenceProbe(SocketAddress address, String apiKey, String model, RunClock clock, Ledger ledger) {

    /** The phase in which the ledger records these calls; scoring leaves them out. */
    static final String PHASE = "reference";

    private static final int CALLS = 8;

    /** Milliseconds that each call took on top of the model's own time. */
    List<Double> measure() {
        List<Double> overheads = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            int before = ledger.entries().size();
            long start = clock.micros();
            call("Reference call " + i + ": say hello.");
            long tookMicros = clock.micros() - start;
            List<LedgerEntry> entries = ledger.entries();
            if (entries.size() > before) {
                LedgerEntry.Times times = entries.getLast().times();
                overheads.add((tookMicros - (times.lastByteMicros() - times.receivedMicros())) / 1_000.0);
            }
        }
        return overheads;
    }

    private void call(String prompt) {
        String body = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt + "\"}]}";
        String request = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + apiKey
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        try (SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            channel.connect(address);
            ByteBuffer out = ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8));
            while (out.hasRemaining()) {
                channel.write(out);
            }
            ByteBuffer in = ByteBuffer.allocate(16_384);
            while (channel.read(in) >= 0) {
                in.clear();
            }
        } catch (IOException unreachable) {
            throw new RunnerException("the simulator at " + address + " did not answer a reference call", unreachable);
        }
    }
}
