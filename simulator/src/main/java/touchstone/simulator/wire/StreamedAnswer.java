package touchstone.simulator.wire;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchstone.simulator.behaviour.Behaviour;
import touchstone.simulator.ledger.LedgerEntry.Usage;

/**
 * Sends an answer as server-sent events, one for each token event, each when it is due. The times are absolute, so one late
 * event does not delay those behind it: what is overdue goes out in one write.
 */
final class StreamedAnswer {

    private static final Header EVENT_STREAM =
            HeaderValues.createCached("content-type", "text/event-stream; charset=utf-8");
    private static final Header NO_CACHE = HeaderValues.createCached("cache-control", "no-cache");

    private final Desk desk;
    private final Behaviour behaviour;

    StreamedAnswer(Desk desk, Behaviour behaviour) {
        this.desk = desk;
        this.behaviour = behaviour;
    }

    boolean send(Delivery.Ready ready, ServerResponse response, Connection.Presence client) {
        Call call = ready.order().call();
        if (!client.waitUntil(ready.timing().startMicros())) {
            call.aborted(client.leftMicros());
            call.usage = ready.usage(0);
            return false;
        }
        Run run = new Run(ready, client);
        try {
            run.open(response);
            return run.events() && run.end((RoutingResponse) response);
        } catch (IOException | RuntimeException e) {
            call.aborted(desk.clock.micros());
            return false;
        } finally {
            run.record();
        }
    }

    /** One stream under way. */
    private final class Run {
        private final Delivery.Ready ready;
        private final Call call;
        private final Connection.Presence client;
        private final Answer part;
        private final List<Long> planned;
        private final List<Long> sent;
        private OutputStream out = OutputStream.nullOutputStream();
        private long firstMicros = -1;
        private long lastMicros = -1;

        Run(Delivery.Ready ready, Connection.Presence client) {
            this.ready = ready;
            this.call = ready.order().call();
            this.client = client;
            this.part = switch (ready.script().ending()) {
                case WHOLE, CUT_JSON -> ready.whole();
                case LENGTH, CLEAN, ERROR_EVENT, STALL -> ready.whole().half();
                case BROKEN_SCHEMA -> ready.whole().first(0);
            };
            this.planned = new ArrayList<>(part.deltas().size());
            this.sent = new ArrayList<>(part.deltas().size());
        }

        void open(ServerResponse response) throws IOException {
            response.status(Status.OK_200);
            response.header(EVENT_STREAM);
            response.header(NO_CACHE);
            desk.headers(call, response);
            out = response.outputStream();
            firstMicros = desk.clock.micros();
            call.lateMicros = Math.max(0, firstMicros - ready.timing().startMicros());
            boolean broken = ready.script().ending() == Script.Ending.BROKEN_SCHEMA;
            write(
                    broken
                            ? ready.rendering().eventWithoutChoices()
                            : ready.rendering().opening(ready.whole()));
        }

        /** Sends the token events, those that are overdue at once; false when the client left. */
        boolean events() throws IOException {
            int cutLine = ready.script().ending() == Script.Ending.CUT_JSON
                    ? part.deltas().size() / 2
                    : -1;
            ByteArrayOutputStream due = new ByteArrayOutputStream(512);
            int next = 0;
            while (next < part.deltas().size()) {
                due.writeBytes(event(next, cutLine));
                if (!client.waitUntil(ready.timing().event(next))) {
                    call.aborted(client.leftMicros());
                    return false;
                }
                int first = next++;
                long now = desk.clock.micros();
                while (next < part.deltas().size() && ready.timing().event(next) <= now) {
                    due.writeBytes(event(next++, cutLine));
                }
                write(due.toByteArray());
                due.reset();
                for (int i = first; i < next; i++) {
                    planned.add(ready.timing().event(i));
                    sent.add(lastMicros);
                }
            }
            return true;
        }

        private byte[] event(int number, int cutLine) {
            byte[] event = ready.rendering().event(part.deltas().get(number));
            return number == cutLine ? cut(event) : event;
        }

        /** Sends what comes after the token events; returns whether the connection can carry another request. */
        boolean end(RoutingResponse response) throws IOException {
            Optional<byte[]> tail = switch (ready.script().ending()) {
                case WHOLE, LENGTH, CUT_JSON ->
                    Optional.of(tail(ready.rendering().finish(part), true));
                case BROKEN_SCHEMA -> Optional.of(tail(new byte[0], false));
                case ERROR_EVENT -> Optional.of(Rendering.errorEvent(ApiError.ofStatus(500)));
                case CLEAN -> Optional.of(new byte[0]);
                case STALL -> Optional.empty();
            };
            if (tail.isEmpty()) {
                if (!client.waitUntil(
                        desk.clock.micros() + ready.script().hold().toNanos() / 1_000)) {
                    call.aborted(client.leftMicros());
                }
                return false;
            }
            write(tail.get());
            out.close();
            response.commit();
            return true;
        }

        /** Notes in the ledger what was sent. */
        void record() {
            if (firstMicros >= 0) {
                call.sent(200, firstMicros, Math.max(firstMicros, lastMicros));
            }
            call.usage = ready.usage(ready.tokens(ready.whole().first(sent.size()), behaviour));
            call.paced(List.copyOf(planned), List.copyOf(sent));
        }

        private byte[] tail(byte[] finish, boolean mayShowUsage) {
            ByteArrayOutputStream tail = new ByteArrayOutputStream(1_024);
            tail.writeBytes(finish);
            if (mayShowUsage
                    && ready.order().request().includeUsage()
                    && ready.script().usage()) {
                Usage usage = ready.usage(ready.tokens(part, behaviour));
                tail.writeBytes(ready.rendering().usage(usage));
            }
            tail.writeBytes(Rendering.done());
            return tail.toByteArray();
        }

        private void write(byte[] bytes) throws IOException {
            if (bytes.length > 0) {
                out.write(bytes);
                out.flush();
                lastMicros = desk.clock.micros();
            }
        }

        /** The first half of an event's line, with the empty line that ends an event. */
        private static byte[] cut(byte[] event) {
            byte[] half = Arrays.copyOf(event, event.length / 2);
            half[half.length - 2] = '\n';
            half[half.length - 1] = '\n';
            return half;
        }
    }
}
