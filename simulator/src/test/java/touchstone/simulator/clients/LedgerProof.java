package touchstone.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import touchstone.simulator.ledger.LedgerEntry;

/** What the ledger must say after a client has met every feature: the simulator saw what the client did. */
record LedgerProof(Bench bench) {

    /** @throws AssertionError when the ledger does not show what the client did */
    void check() throws InterruptedException {
        served(Feature.PLAIN_CHAT, false);
        served(Feature.STREAMED_CHAT, true);
        left(Feature.TIMEOUT, 0);
        left(Feature.ABORT, 200);
        status(Feature.CONNECTION_RESET, 0);
        status(Feature.RATE_LIMITED, 429);
        status(Feature.SERVER_ERROR, 500);
        status(Feature.CLEAN_END, 200);
    }

    private void served(Feature feature, boolean streamed) throws InterruptedException {
        assertThat(bench.calls(feature, call -> call.served().status() == 200))
                .as(feature.title)
                .anySatisfy(call -> {
                    assertThat(call.served().fault()).isEqualTo("none");
                    assertThat(call.served().clientAborted()).isFalse();
                    assertThat(call.request().streamed()).isEqualTo(streamed);
                    assertThat(call.usage().outputTokens()).isPositive();
                });
    }

    private void left(Feature feature, int status) throws InterruptedException {
        List<LedgerEntry> calls = bench.calls(feature, call -> call.served().clientAborted());
        assertThat(calls).as(feature.title).singleElement().satisfies(call -> {
            assertThat(call.served().clientAborted()).isTrue();
            assertThat(call.served().status()).isEqualTo(status);
            assertThat(call.times().abortedMicros()).isPositive();
        });
    }

    /** How a client that was told to wait came back: once, and whether it waited as long as it was told. */
    Finding retried() throws InterruptedException {
        List<LedgerEntry> calls =
                bench.calls(Feature.RETRY, call -> call.served().status() == 200);
        assertThat(calls)
                .as(Feature.RETRY.title)
                .extracting(call -> call.served().status())
                .containsExactly(429, 200);
        long waitedMicros = calls.getLast().times().receivedMicros()
                - calls.getFirst().times().lastByteMicros();
        return waitedMicros >= Bench.HINT.toNanos() / 1_000
                ? new Finding.Works("after the time that the header names")
                : new Finding.Differs("comes back after a pause of its own, before the time that the header names");
    }

    /** Exactly one call with this status: nothing was retried where retries are off. */
    private void status(Feature feature, int status) throws InterruptedException {
        assertThat(bench.calls(feature, call -> call.served().status() == status))
                .as(feature.title)
                .extracting(call -> call.served().status())
                .containsExactly(status);
    }
}
