import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One model with what is known of its limits: copies of its two token buckets, corrected by the headers of each response. */
final class Lane {

    private static final double NANOS = 1e9;
    private static final Pattern RESET = Pattern.compile("(?:(\\d+)m(?!s))?(?:([\\d.]+)s)?(?:(\\d+)ms)?");

    /** A bucket as the server described it last; unknown buckets are endless. */
    private static final class Bucket {
        private double level = Double.POSITIVE_INFINITY;
        private double capacity = Double.POSITIVE_INFINITY;
        private double perSecond = Double.POSITIVE_INFINITY;
        private double spent;
        private long at = System.nanoTime();

        double secondsUntil(double cost) {
            refill();
            double missing = Math.min(cost, capacity) - level;
            return missing <= 0 ? 0 : missing / perSecond;
        }

        void take(double cost) {
            refill();
            level -= cost;
            spent += cost;
        }

        void learn(double limit, double remaining, double resetSeconds, double spentSince) {
            at = System.nanoTime();
            capacity = limit;
            level = remaining - spentSince;
            if (resetSeconds > 0 && limit > remaining) {
                perSecond = (limit - remaining) / resetSeconds;
            }
        }

        private void refill() {
            long now = System.nanoTime();
            if (perSecond < Double.POSITIVE_INFINITY) {
                level = Math.min(capacity, level + perSecond * (now - at) / NANOS);
            }
            at = now;
        }
    }

    /** What had been spent when a call was sent; calls sent later are not yet in its answer's headers. */
    record Ticket(double requests, double tokens) {}

    final String model;
    private final Bucket requests = new Bucket();
    private final Bucket tokens = new Bucket();
    private long closedUntil = System.nanoTime();

    Lane(String model) {
        this.model = model;
    }

    /** How long a call of this size should wait now. */
    synchronized double secondsUntilFree(int size) {
        double told = (closedUntil - System.nanoTime()) / NANOS;
        return Math.max(0, Math.max(told, Math.max(requests.secondsUntil(1), tokens.secondsUntil(size))));
    }

    /** Takes a place, if there is one now. */
    synchronized Optional<Ticket> enter(int size) {
        if (secondsUntilFree(size) > 0) {
            return Optional.empty();
        }
        requests.take(1);
        tokens.take(size);
        return Optional.of(new Ticket(requests.spent, tokens.spent));
    }

    synchronized void learn(HttpHeaders headers, Ticket ticket) {
        learn(requests, headers, "requests", requests.spent - ticket.requests());
        learn(tokens, headers, "tokens", tokens.spent - ticket.tokens());
    }

    /** The model said when to come back, or stumbled. */
    synchronized void close(double seconds) {
        closedUntil = Math.max(closedUntil, System.nanoTime() + (long) (seconds * NANOS));
    }

    private static void learn(Bucket bucket, HttpHeaders headers, String what, double spentSince) {
        double limit = headers.firstValueAsLong("x-ratelimit-limit-" + what).orElse(-1);
        double remaining = headers.firstValueAsLong("x-ratelimit-remaining-" + what).orElse(-1);
        Optional<String> reset = headers.firstValue("x-ratelimit-reset-" + what);
        if (limit >= 0 && remaining >= 0 && reset.isPresent()) {
            bucket.learn(limit, remaining, seconds(reset.get()), spentSince);
        }
    }

    private static double seconds(String reset) {
        Matcher matcher = RESET.matcher(reset);
        return matcher.matches() ? 60 * part(matcher, 1) + part(matcher, 2) + part(matcher, 3) / 1000 : 0;
    }

    private static double part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Double.parseDouble(matcher.group(group));
    }

    /** The waiting time that a 429 names, in any of its three forms; a second when it names none. */
    static double retryAfter(HttpHeaders headers) {
        Optional<String> millis = headers.firstValue("retry-after-ms");
        Optional<String> after = headers.firstValue("retry-after");
        try {
            if (millis.isPresent()) {
                return Double.parseDouble(millis.get()) / 1000;
            }
            if (after.isPresent() && after.get().matches("[\\d.]+")) {
                return Double.parseDouble(after.get());
            }
            if (after.isPresent()) {
                Instant when = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(after.get()));
                return Math.max(0, Duration.between(Instant.now(), when).toMillis() / 1000.0);
            }
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            System.out.println("models: unreadable retry-after " + after.orElse(""));
        }
        return 1;
    }
}
