package touchstone.simulator.wire;

import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import touchstone.simulator.behaviour.Behaviour;
import touchstone.simulator.ledger.LedgerEntry.Usage;

/** Sends an answer as one JSON document, when the last token is due. */
final class PlainAnswer {

    private final Desk desk;
    private final Behaviour behaviour;

    PlainAnswer(Desk desk, Behaviour behaviour) {
        this.desk = desk;
        this.behaviour = behaviour;
    }

    boolean send(Delivery.Ready ready, ServerResponse response, Connection.Presence client) {
        Call call = ready.order().call();
        Answer answer = switch (ready.script().ending()) {
            case WHOLE, CUT_JSON -> ready.whole();
            case LENGTH, CLEAN, ERROR_EVENT, STALL -> ready.whole().half();
            case BROKEN_SCHEMA -> ready.whole().first(0);
        };
        Usage usage = ready.usage(ready.tokens(answer, behaviour));
        byte[] json = switch (ready.script().ending()) {
            case CUT_JSON -> {
                byte[] full = ready.rendering().completion(answer, usage, true);
                yield Arrays.copyOf(full, full.length / 2);
            }
            case BROKEN_SCHEMA -> ready.rendering().completionWithoutChoices(usage);
            case WHOLE, LENGTH, CLEAN, ERROR_EVENT, STALL ->
                ready.rendering().completion(answer, usage, ready.script().usage());
        };
        long due = ready.timing().event(answer.deltas().size() - 1);
        if (!client.waitUntil(due)) {
            call.aborted(client.leftMicros());
            call.usage = ready.usage(0);
            return false;
        }
        call.lateMicros = Math.max(0, desk.clock.micros() - due);
        call.usage = usage;
        desk.send(call, response, 200, json);
        return call.abortedMicros < 0;
    }
}
