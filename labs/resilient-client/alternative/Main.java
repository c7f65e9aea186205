import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two lanes, one after the other. A request works in the first lane until it is answered or the lane passes it on; it then
 * works in the second and never comes back. Calls are plain, not streamed; each request is a virtual thread.
 */
public class Main {

    static final Duration REPLY_MARGIN = Duration.ofMillis(350);
    static final Duration SECOND_LANE_SHARE = Duration.ofMillis(1_300);
    static final Duration SHORTEST_CALL = Duration.ofMillis(500);
    static final Duration LONGEST_CALL = Duration.ofMillis(2_000);
    static final Duration LONGEST_QUEUE = Duration.ofMillis(1_200);
    static final int TRIES = 3;
    static final int CALLS_AT_ONCE = 64;

    /** How one call ended. */
    sealed interface Outcome {
        record Answered(String text) implements Outcome {}

        /** The model is alive and wants us to come back later; without a hint it did not say when. */
        record Later(Optional<Duration> hint) implements Outcome {}

        /** No call can succeed. */
        record Never(String message) implements Outcome {}

        /** Server error, broken connection, silence. */
        record Ill(String message) implements Outcome {}

        /** A response came that is no complete answer. */
        record Useless(String message) implements Outcome {}
    }

    /** What a request gets in the end. */
    sealed interface Reply {
        record Answer(String text) implements Reply {}

        record Refusal(String code, String message) implements Reply {}

        /** A lane could not take it in time. */
        record PassedOn(String why) implements Reply {}
    }

    /** Opens when most of the latest calls failed; one probe at a time after a rest. */
    static final class Breaker {
        private static final int WINDOW = 8;
        private static final int FAILURES = 6;
        private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2_000);
        private final Deque<Boolean> latest = new ArrayDeque<>();
        private boolean open;
        private long probeAt;

        synchronized boolean lets() {
            if (open && System.nanoTime() - probeAt < 0) {
                return false;
            }
            probeAt = System.nanoTime() + REST_NANOS; // while open: the next probe, should this one be lost
            return true;
        }

        synchronized void record(boolean alive) {
            if (open && alive) {
                open = false;
                latest.clear();
            }
            latest.addLast(alive);
            if (latest.size() > WINDOW) {
                latest.removeFirst();
            }
            if (!open && latest.stream().filter(worked -> !worked).count() >= FAILURES) {
                open = true;
                probeAt = System.nanoTime() + REST_NANOS;
            }
        }
    }

    /** Spaces calls out once the headers say that the allowance is nearly used up. */
    static final class Meter {
        private static final Pattern PART = Pattern.compile("([\\d.]+)(ms|s|m|h)");
        private boolean pressed;
        private long spacingNanos;
        private long freeAt = System.nanoTime();

        /** When the caller may send, or empty when that is later than it can wait. */
        synchronized Optional<Long> reserve(Duration patience) {
            long now = System.nanoTime();
            if (!pressed) {
                return Optional.of(now);
            }
            long start = Math.max(now, freeAt);
            if (start - now > patience.toNanos()) {
                return Optional.empty();
            }
            freeAt = start + spacingNanos;
            return Optional.of(start);
        }

        synchronized void learn(HttpHeaders headers) {
            Optional<Double> remaining = number(headers.firstValue("x-ratelimit-remaining-requests"));
            Optional<Duration> reset =
                    headers.firstValue("x-ratelimit-reset-requests").map(Meter::duration);
            if (remaining.isEmpty() || reset.isEmpty()) {
                return;
            }
            double limit =
                    number(headers.firstValue("x-ratelimit-limit-requests")).orElse(remaining.get() + 1);
            boolean wasPressed = pressed;
            pressed = remaining.get() < Math.min(3, limit);
            spacingNanos = (long) (reset.get().toNanos() / Math.max(1, limit - remaining.get()));
            if (pressed && !wasPressed) {
                freeAt = System.nanoTime() + spacingNanos;
            }
        }

        static Duration duration(String text) {
            double seconds = 0;
            for (Matcher part = PART.matcher(text); part.find(); ) {
                double value = Double.parseDouble(part.group(1));
                seconds += switch (part.group(2)) {
                    case "ms" -> value / 1_000;
                    case "m" -> value * 60;
                    case "h" -> value * 3_600;
                    default -> value;
                };
            }
            return Duration.ofNanos((long) (seconds * 1e9));
        }
    }

    /** One model, its bulkhead, breaker and meter. */
    static final class Lane {
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        private final Semaphore bulkhead = new Semaphore(CALLS_AT_ONCE);
        private final Breaker breaker = new Breaker();
        private final Meter meter = new Meter();
        private final String model;

        Lane(String model) {
            this.model = model;
        }

        /** Works on the prompt until it is answered, hopeless, or no longer worth trying here before {@code endNanos}. */
        Reply work(String prompt, long endNanos) throws InterruptedException {
            String why = model + " is resting after failures";
            for (int tries = 1; tries <= TRIES && breaker.lets(); tries++) {
                Optional<Long> start =
                        meter.reserve(shorter(LONGEST_QUEUE, left(endNanos).minus(SHORTEST_CALL)));
                if (start.isEmpty()) {
                    return new Reply.PassedOn(model + " is at its rate limit");
                }
                sleepUntil(start.get());
                if (left(endNanos).compareTo(SHORTEST_CALL) < 0) {
                    return new Reply.PassedOn(why);
                }
                Outcome outcome = call(prompt, shorter(LONGEST_CALL, left(endNanos)));
                breaker.record(!(outcome instanceof Outcome.Ill));
                Duration pause;
                switch (outcome) {
                    case Outcome.Answered answered -> {
                        return new Reply.Answer(answered.text());
                    }
                    case Outcome.Never never -> {
                        return new Reply.Refusal("upstream_refused", never.message());
                    }
                    case Outcome.Later later -> {
                        why = model + " is over its rate limit";
                        pause = later.hint()
                                .map(hint -> hint.plusMillis(jitter(20, 120)))
                                .orElseGet(() -> backoff(2));
                    }
                    case Outcome.Ill ill -> {
                        why = ill.message();
                        pause = backoff(tries);
                    }
                    case Outcome.Useless useless -> {
                        why = useless.message();
                        pause = backoff(1);
                    }
                }
                if (left(endNanos).compareTo(pause.plus(SHORTEST_CALL)) < 0) {
                    break;
                }
                Thread.sleep(pause);
            }
            return new Reply.PassedOn(why);
        }

        private Outcome call(String prompt, Duration timeout) throws InterruptedException {
            if (!bulkhead.tryAcquire(timeout.toMillis() / 2, TimeUnit.MILLISECONDS)) {
                return new Outcome.Later(Optional.empty());
            }
            String body = "{\"model\":" + Json.quoted(model) + ",\"messages\":[{\"role\":\"user\",\"content\":"
                    + Json.quoted(prompt) + "}]}";
            HttpRequest request = HttpRequest.newBuilder(URI.create(BASE_URL + "/chat/completions"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + System.getenv("OPENAI_API_KEY"))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            CompletableFuture<HttpResponse<String>> exchange =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            try {
                HttpResponse<String> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
                meter.learn(response.headers());
                return read(response);
            } catch (TimeoutException e) {
                return new Outcome.Ill(model + " fell silent");
            } catch (ExecutionException e) {
                return new Outcome.Ill("the connection to " + model + " broke");
            } finally {
                exchange.cancel(true); // closes the connection of a call that is still open
                bulkhead.release();
            }
        }

        private Outcome read(HttpResponse<String> response) {
            Optional<Object> document = Json.parse(response.body());
            int status = response.statusCode();
            if (status != 200) {
                String error = document.map(
                                found -> Json.at(found, "error", "code") + " " + Json.at(found, "error", "type"))
                        .orElse("");
                if (error.contains("insufficient_quota")) {
                    return new Outcome.Never("the account has no quota left");
                }
                if (status == 429) {
                    return new Outcome.Later(hint(response.headers()));
                }
                return status >= 500 || status == 408 || status == 409
                        ? new Outcome.Ill(model + " answered " + status)
                        : new Outcome.Never(model + " refused the request: " + status);
            }
            Object text = document.map(found -> Json.at(found, "choices", 0, "message", "content"))
                    .orElse("");
            Object finish = document.map(found -> Json.at(found, "choices", 0, "finish_reason"))
                    .orElse("");
            if (!(text instanceof String answer) || answer.isEmpty()) {
                return new Outcome.Useless("the response of " + model + " held no answer");
            }
            return finish.equals("stop")
                    ? new Outcome.Answered(answer)
                    : new Outcome.Useless("the answer of " + model + " was cut short");
        }

        private static Optional<Duration> hint(HttpHeaders headers) {
            Optional<Double> millis = number(headers.firstValue("retry-after-ms"));
            if (millis.isPresent()) {
                return millis.map(value -> Duration.ofMillis((long) Math.ceil(value)));
            }
            Optional<String> value = headers.firstValue("retry-after");
            Optional<Double> seconds = number(value);
            if (seconds.isPresent()) {
                return seconds.map(number -> Duration.ofMillis((long) Math.ceil(number * 1_000)));
            }
            try {
                return value.map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant())
                        .map(until -> Duration.between(Instant.now(), until));
            } catch (java.time.DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    static final String BASE_URL = System.getenv("OPENAI_BASE_URL");
    static final Map<String, CompletableFuture<Reply>> ASKED = new ConcurrentHashMap<>();

    /** The reply to a prompt: one piece of work for all who ask the same; only answers are remembered. */
    static Reply replyTo(List<Lane> lanes, String prompt, long endNanos) throws Exception {
        CompletableFuture<Reply> mine = new CompletableFuture<>();
        CompletableFuture<Reply> first = ASKED.putIfAbsent(prompt, mine);
        if (first != null) {
            return first.get(Math.max(0, left(endNanos).toMillis()), TimeUnit.MILLISECONDS);
        }
        Reply reply = new Reply.PassedOn("internal error");
        try {
            reply = work(lanes, prompt, endNanos);
        } finally {
            if (!(reply instanceof Reply.Answer)) {
                ASKED.remove(prompt);
            }
            mine.complete(reply);
        }
        return reply;
    }

    static Reply work(List<Lane> lanes, String prompt, long endNanos) throws InterruptedException {
        Reply reply = lanes.getFirst().work(prompt, endNanos - SECOND_LANE_SHARE.toNanos());
        if (reply instanceof Reply.PassedOn) {
            Thread.sleep(jitter(100, 300));
            reply = lanes.getLast().work(prompt, endNanos);
        }
        return reply;
    }

    static void ask(HttpExchange exchange, List<Lane> lanes) throws IOException {
        long received = System.nanoTime();
        Object request = Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .orElse("");
        if (!(Json.at(request, "id") instanceof String id)
                || !(Json.at(request, "prompt") instanceof String prompt)
                || !(Json.at(request, "deadlineMs") instanceof Number millis)) {
            send(exchange, 400, error("bad_request", "id, prompt and deadlineMs are needed"));
            return;
        }
        long end = received + TimeUnit.MILLISECONDS.toNanos(millis.longValue()) - REPLY_MARGIN.toNanos();
        Reply reply;
        try {
            reply = replyTo(lanes, prompt, end);
        } catch (Exception e) {
            reply = new Reply.PassedOn("no answer in time");
        }
        String head = "{\"id\":" + Json.quoted(id) + ",";
        switch (reply) {
            case Reply.Answer answer -> send(exchange, 200, head + "\"answer\":" + Json.quoted(answer.text()) + "}");
            case Reply.Refusal refusal ->
                send(
                        exchange,
                        503,
                        head + error(refusal.code(), refusal.message()).substring(1));
            case Reply.PassedOn passedOn ->
                send(exchange, 503, head + error("unavailable", passedOn.why()).substring(1));
        }
    }

    static String error(String code, String message) {
        return "{\"error\":{\"code\":" + Json.quoted(code) + ",\"message\":" + Json.quoted(message) + "}}";
    }

    static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static Duration backoff(int tries) {
        return Duration.ofMillis(jitter(150, 300L << tries));
    }

    static long jitter(long low, long high) {
        return ThreadLocalRandom.current().nextLong(low, high);
    }

    static Duration left(long endNanos) {
        return Duration.ofNanos(endNanos - System.nanoTime());
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static void sleepUntil(long nanos) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
    }

    static Optional<Double> number(Optional<String> text) {
        return text.filter(value -> value.matches("\\d+(\\.\\d+)?")).map(Double::valueOf);
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Object models = Json.parse(Files.readString(Path.of(System.getenv("LAB_DATA_DIR"), "models.json")))
                .orElseThrow();
        List<Lane> lanes =
                List.of(new Lane((String) Json.at(models, "primary")), new Lane((String) Json.at(models, "secondary")));
        HttpServer server =
                HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/healthz", exchange -> send(exchange, 200, "{\"status\":\"ok\"}"));
        server.createContext("/ask", exchange -> ask(exchange, lanes));
        server.start();
    }

    /** As much JSON as this program needs: maps, lists, strings, numbers, booleans; {@code ""} stands for null. */
    static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Optional<Object> parse(String text) {
            try {
                Json json = new Json(text);
                Object value = json.value();
                json.blanks();
                return json.at == text.length() ? Optional.of(value) : Optional.empty();
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }

        /** The value at a path of keys and indexes; {@code ""} where there is none. */
        static Object at(Object value, Object... path) {
            Object here = value;
            for (Object step : path) {
                if (here instanceof Map<?, ?> map && map.containsKey(step)) {
                    here = map.get(step);
                } else if (here instanceof List<?> list && step instanceof Integer index && index < list.size()) {
                    here = list.get(index);
                } else {
                    return "";
                }
            }
            return here;
        }

        static String quoted(String text) {
            StringBuilder out = new StringBuilder("\"");
            for (char c : text.toCharArray()) {
                switch (c) {
                    case '"', '\\' -> out.append('\\').append(c);
                    case '\n' -> out.append("\\n");
                    default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
                }
            }
            return out.append('"').toString();
        }

        private Object value() {
            blanks();
            return switch (text.charAt(at)) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                default -> literal();
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> map = new LinkedHashMap<>();
            at++;
            while (more('}')) {
                blanks();
                String key = string();
                expect(':');
                map.put(key, value());
            }
            return map;
        }

        private List<Object> array() {
            List<Object> list = new ArrayList<>();
            at++;
            while (more(']')) {
                list.add(value());
            }
            return list;
        }

        /** Steps over a comma, or over the end. */
        private boolean more(char end) {
            blanks();
            if (text.charAt(at) == end) {
                at++;
                return false;
            }
            if (text.charAt(at) == ',') {
                at++;
            }
            return true;
        }

        private String string() {
            StringBuilder out = new StringBuilder();
            expect('"');
            while (text.charAt(at) != '"') {
                char c = text.charAt(at++);
                out.append(c == '\\' ? escaped() : c);
            }
            at++;
            return out.toString();
        }

        private char escaped() {
            char c = text.charAt(at++);
            return switch (c) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
                default -> c;
            };
        }

        private Object literal() {
            Matcher word = Pattern.compile("[-+.\\w]+").matcher(text).region(at, text.length());
            if (!word.lookingAt()) {
                throw new IllegalArgumentException("no value at " + at);
            }
            at = word.end();
            return switch (word.group()) {
                case "true" -> true;
                case "false" -> false;
                case "null" -> "";
                default -> Double.valueOf(word.group());
            };
        }

        private void expect(char c) {
            blanks();
            if (text.charAt(at++) != c) {
                throw new IllegalArgumentException("no " + c);
            }
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
