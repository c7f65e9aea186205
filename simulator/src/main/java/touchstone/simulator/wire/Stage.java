package touchstone.simulator.wire;

import io.helidon.webserver.http.ServerResponse;

/** Carries out the script of a call that was let in, and ends the call. */
final class Stage {

    private static final System.Logger LOG = System.getLogger(Stage.class.getName());

    /** Sends a 200 response; returns whether the connection can carry another request. */
    interface Delivering {
        boolean deliver(Script.Deliver script);
    }

    private final Desk desk;

    Stage(Desk desk) {
        this.desk = desk;
    }

    /**
     * Serves the call to its end; returns whether the connection can carry another request. A failure of our own is answered
     * with 500 and stands in the ledger as the fault "simulator-error".
     */
    boolean perform(
            Call call, Script script, ServerResponse response, Connection.Presence client, Delivering delivering) {
        call.fault = script.fault();
        try {
            return switch (script) {
                case Script.Refuse refuse -> {
                    desk.hint(call, response, refuse.hint());
                    desk.send(
                            call,
                            response,
                            refuse.error().status(),
                            refuse.error().json());
                    yield true;
                }
                case Script.Silence silence -> {
                    if (!client.waitUntil(desk.clock.micros() + silence.hold().toNanos() / 1_000)) {
                        call.aborted(client.leftMicros());
                    }
                    yield false;
                }
                case Script.Reset reset -> {
                    client.reset();
                    yield false;
                }
                case Script.Deliver deliver -> delivering.deliver(deliver);
            };
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the simulated model failed", e);
            call.fault = "simulator-error";
            if (!response.isSent()) {
                desk.send(call, response, 500, ApiError.ofStatus(500).json());
            }
            return false;
        } finally {
            desk.end(call);
        }
    }
}
