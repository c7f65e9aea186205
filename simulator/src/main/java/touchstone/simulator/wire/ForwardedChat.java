package touchstone.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import touchstone.simulator.ledger.LedgerEntry.Usage;
import touchstone.simulator.upstream.Upstream;
import touchstone.simulator.upstream.UpstreamReply;
import touchstone.simulator.upstream.UpstreamUsage;

/**
 * One chat call that a real server answers, with what the script does to the answer. A delay comes before the call is sent
 * on. When the client leaves, the call to the server is ended too.
 */
final class ForwardedChat {

    private static final Header EVENT_STREAM =
            HeaderValues.createCached("content-type", "text/event-stream; charset=utf-8");
    private static final Header NO_CACHE = HeaderValues.createCached("cache-control", "no-cache");

    private final Desk desk;
    private final Upstream upstream;
    private final Delivery.Order order;
    private final Call call;
    private final Script.Deliver script;
    private final ServerResponse response;
    private boolean reusable;
    private volatile boolean over;

    ForwardedChat(Desk desk, Upstream upstream, Delivery.Order order, Script.Deliver script, ServerResponse response) {
        this.desk = desk;
        this.upstream = upstream;
        this.order = order;
        this.call = order.call();
        this.script = script;
        this.response = response;
    }

    /** Answers the call; returns whether the connection can carry another request. */
    boolean run(Connection.Presence client) {
        if (!client.waitUntil(call.receivedMicros + script.delay().toNanos() / 1_000)) {
            call.aborted(client.leftMicros());
            return false;
        }
        Thread waiting = Thread.currentThread();
        Throwable[] failure = new Throwable[1];
        Thread asking = Thread.ofVirtual().unstarted(() -> {
            try {
                ask(client);
            } catch (RuntimeException e) {
                failure[0] = e;
            } finally {
                over = true;
                LockSupport.unpark(waiting);
            }
        });
        asking.start();
        while (!over && !client.left()) {
            LockSupport.park(this);
        }
        if (!over) {
            asking.interrupt();
        }
        while (!over) {
            LockSupport.park(this);
        }
        if (client.left() && !reusable) {
            call.aborted(client.leftMicros());
        }
        if (failure[0] instanceof RuntimeException e && !client.left()) {
            throw e;
        }
        if (script.ending() == Script.Ending.STALL && !reusable && call.firstByteMicros >= 0) {
            hold(client);
        }
        return reusable;
    }

    private void hold(Connection.Presence client) {
        if (!client.waitUntil(desk.clock.micros() + script.hold().toNanos() / 1_000)) {
            call.aborted(client.leftMicros());
        }
    }

    private void ask(Connection.Presence client) {
        try (UpstreamReply reply = upstream.forward(Upstream.Endpoint.CHAT, new String(call.body, UTF_8))) {
            UpstreamUsage usage =
                    reply.isStream() && PlainReply.succeeded(reply) ? stream(reply, client) : plain(reply, client);
            long price = order.card().price().of(usage.inputTokens(), usage.cachedInputTokens(), usage.outputTokens());
            call.usage = new Usage(usage.inputTokens(), usage.cachedInputTokens(), usage.outputTokens(), price);
        }
    }

    private UpstreamUsage plain(UpstreamReply reply, Connection.Presence client) {
        PlainReply whole = PlainReply.read(call, reply);
        if (reply.status() == Upstream.GIVEN_UP || client.left()) {
            return whole.usage();
        }
        if (PlainReply.succeeded(reply) && whole.body().size() > 0) {
            whole.send(desk, call, response, Cuts.plain(whole.body().toByteArray(), script));
        } else {
            whole.send(desk, call, response);
        }
        reusable = call.abortedMicros < 0;
        return whole.usage();
    }

    private UpstreamUsage stream(UpstreamReply reply, Connection.Presence presence) {
        call.family = "upstream";
        call.recognised = true;
        response.status(Status.OK_200);
        response.header(EVENT_STREAM);
        response.header(NO_CACHE);
        desk.headers(call, response);
        Client client = new Client(response.outputStream());
        CutStream cut = new CutStream(client, script);
        try {
            reply.writeTo(cut);
            end(client, cut);
        } catch (IOException | UncheckedIOException broken) {
            if (cut.isCut()) {
                end(client, cut);
            } else if (client.gone) {
                call.aborted(desk.clock.micros());
            } else if (!presence.left()) {
                call.fault = "upstream-error";
            }
        }
        return reply.booked();
    }

    private void end(Client client, CutStream cut) {
        if (script.ending() == Script.Ending.STALL && cut.isCut()) {
            return;
        }
        try {
            client.close();
            ((RoutingResponse) response).commit();
            reusable = call.abortedMicros < 0;
        } catch (IOException | RuntimeException left) {
            call.aborted(desk.clock.micros());
        }
    }

    /** The client's side of a stream: notes when bytes go out, and who broke it. */
    private final class Client extends OutputStream {
        private final OutputStream out;
        private boolean gone;

        Client(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (count == 0) {
                return;
            }
            try {
                out.write(bytes, from, count);
                out.flush();
            } catch (IOException | RuntimeException e) {
                gone = true;
                throw new IOException("the client left", e);
            }
            long now = desk.clock.micros();
            call.sent(200, call.firstByteMicros < 0 ? now : call.firstByteMicros, now);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
