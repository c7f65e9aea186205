package touchstone.simulator.wire;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import touchstone.chance.Chance;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.Fault.HintForm;
import touchstone.simulator.ledger.Ledger;
import touchstone.simulator.ledger.LedgerEntry;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.limit.Allowance;
import touchstone.simulator.limit.Limiter;

/** Where every call begins and ends: its number and key, the headers of its response, its line in the ledger. */
final class Desk {

    private static final HeaderName REQUEST_ID = HeaderNames.create("x-request-id");
    private static final HeaderName PROCESSING = HeaderNames.create("openai-processing-ms");
    private static final Header VERSION = HeaderValues.createCached("openai-version", "2020-10-01");
    private static final Header JSON = HeaderValues.createCached("content-type", "application/json");
    private static final HeaderName LIMIT_REQUESTS = HeaderNames.create("x-ratelimit-limit-requests");
    private static final HeaderName LIMIT_TOKENS = HeaderNames.create("x-ratelimit-limit-tokens");
    private static final HeaderName REMAINING_REQUESTS = HeaderNames.create("x-ratelimit-remaining-requests");
    private static final HeaderName REMAINING_TOKENS = HeaderNames.create("x-ratelimit-remaining-tokens");
    private static final HeaderName RESET_REQUESTS = HeaderNames.create("x-ratelimit-reset-requests");
    private static final HeaderName RESET_TOKENS = HeaderNames.create("x-ratelimit-reset-tokens");
    private static final HeaderName RETRY_AFTER = HeaderNames.create("retry-after");
    private static final HeaderName RETRY_AFTER_MS = HeaderNames.create("retry-after-ms");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private static final Map<String, HeaderName> KEPT = Map.of(
            "traceparent", HeaderNames.create("traceparent"),
            "idempotency-key", HeaderNames.create("idempotency-key"),
            "x-stainless-retry-count", HeaderNames.create("x-stainless-retry-count"),
            "user-agent", HeaderNames.USER_AGENT);

    final Scenario scenario;
    final RunClock clock;
    final InstantSource wallClock;
    final Limiter limiter;
    private final Ledger ledger;
    private final Chance requestIds;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger open = new AtomicInteger();
    private final Counters attempts = new Counters();
    private final Counters itemCalls = new Counters();
    private volatile String phase = "";

    Desk(Scenario scenario, RunClock clock, InstantSource wallClock, Ledger ledger) {
        this.scenario = scenario;
        this.clock = clock;
        this.wallClock = wallClock;
        this.ledger = ledger;
        this.limiter = new Limiter(scenario.limits(), clock::micros);
        this.requestIds = Chance.ofSeed(scenario.seed()).stream("request-ids");
    }

    void enter(String newPhase) {
        phase = newPhase;
    }

    /** Calls that have begun and are not in the ledger yet. */
    int open() {
        return open.get();
    }

    Call begin(String endpoint, ServerRequest request) {
        long received = clock.micros();
        open.incrementAndGet();
        Map<String, String> kept = new HashMap<>();
        KEPT.forEach((name, header) -> request.headers().first(header).ifPresent(value -> kept.put(name, value)));
        LedgerEntry.Request asked = new LedgerEntry.Request(endpoint, phase, "", "", 0, 0, false);
        return new Call(calls.getAndIncrement(), received, bearer(request), Map.copyOf(kept), asked);
    }

    /** Notes what is asked and counts it. */
    void asked(Call call, String item, String model, String key, boolean streamed) {
        LedgerEntry.Request known = call.request;
        call.asked(
                item,
                new LedgerEntry.Request(
                        known.endpoint(),
                        known.phase(),
                        model,
                        key,
                        attempts.next(key),
                        itemCalls.next(known.endpoint() + " " + item),
                        streamed,
                        scenario.keepsPrompts() ? call.prompt : ""));
    }

    /** Writes the call to the ledger. */
    void end(Call call) {
        ledger.append(call.entry());
        open.decrementAndGet();
    }

    /** What is wrong with the caller's key, if anything is. */
    Optional<ApiError> wrongKey(Call call) {
        if (call.apiKey.isEmpty()) {
            return Optional.of(ApiError.noKey());
        }
        boolean accepted = scenario.apiKey().isEmpty() || scenario.apiKey().equals(call.apiKey);
        return accepted ? Optional.empty() : Optional.of(ApiError.wrongKey());
    }

    /** Sends an error and ends the call. */
    void refuse(Call call, ServerResponse response, ApiError error) {
        send(call, response, error.status(), error.json());
        end(call);
    }

    /** Sends a JSON response at once, with all headers. */
    void send(Call call, ServerResponse response, int status, byte[] json) {
        send(call, response, status, JSON, json);
    }

    /** Sends a response of any type at once, with all headers. */
    void send(Call call, ServerResponse response, int status, Header type, byte[] body) {
        response.status(Status.create(status));
        response.header(type);
        headers(call, response);
        long first = clock.micros();
        try {
            response.send(body);
            call.sent(status, first, clock.micros());
        } catch (RuntimeException e) {
            call.aborted(clock.micros());
        }
    }

    void hint(Call call, ServerResponse response, Hint hint) {
        switch (hint) {
            case Hint.None() -> {}
            case Hint.Of(Duration wait, HintForm form) -> hint(call, response, wait, form);
            case Hint.Both(long micros) -> {
                long millis = Math.ceilDiv(micros, 1_000L);
                response.header(RETRY_AFTER, String.valueOf(Math.ceilDiv(millis, 1_000L)));
                response.header(RETRY_AFTER_MS, String.valueOf(millis));
                call.retryAfterMicros = millis * 1_000;
            }
        }
    }

    private void hint(Call call, ServerResponse response, Duration wait, HintForm form) {
        long millis = wait.plusNanos(999_999).toMillis();
        switch (form) {
            case SECONDS -> {
                long seconds = Math.ceilDiv(millis, 1_000L);
                response.header(RETRY_AFTER, String.valueOf(seconds));
                call.retryAfterMicros = seconds * 1_000_000;
            }
            case MILLISECONDS -> {
                response.header(RETRY_AFTER_MS, String.valueOf(millis));
                call.retryAfterMicros = millis * 1_000;
            }
            case DATE -> {
                Instant now = wallClock.instant();
                Instant until = Instant.ofEpochSecond(
                        now.plus(wait).plusNanos(999_999_999).getEpochSecond());
                response.header(RETRY_AFTER, HTTP_DATE.format(until));
                call.retryAfterMicros = Duration.between(now, until).toNanos() / 1_000;
            }
        }
    }

    /** The headers that every response carries. */
    void headers(Call call, ServerResponse response) {
        Allowance left = call.allowance.orElseGet(() ->
                limiter.peek(wrongKey(call).isEmpty() ? call.apiKey : "", call.request.phase(), call.request.model()));
        response.header(
                REQUEST_ID,
                "req_"
                        + Long.toHexString(
                                requestIds.key(call.number).generator().nextLong()));
        response.header(PROCESSING, String.valueOf((clock.micros() - call.receivedMicros) / 1_000));
        response.header(VERSION);
        response.header(LIMIT_REQUESTS, String.valueOf(left.requests().limit()));
        response.header(LIMIT_TOKENS, String.valueOf(left.tokens().limit()));
        response.header(REMAINING_REQUESTS, String.valueOf(left.requests().remaining()));
        response.header(REMAINING_TOKENS, String.valueOf(left.tokens().remaining()));
        response.header(RESET_REQUESTS, left.requests().reset());
        response.header(RESET_TOKENS, left.tokens().reset());
    }

    private static String bearer(ServerRequest request) {
        String value = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        List<String> parts = List.of(value.strip().split("\\s+", 2));
        return parts.size() == 2 && parts.getFirst().equalsIgnoreCase("bearer") ? parts.getLast() : "";
    }
}
