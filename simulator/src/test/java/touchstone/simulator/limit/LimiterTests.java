package touchstone.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.simulator.LimitRule;

class LimiterTests {

    private static final long SECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong();

    private Limiter limiter(LimitRule... rules) {
        return new Limiter(List.of(rules), now::get);
    }

    @Test
    void refillsSteadily() {
        TokenBucket bucket = new TokenBucket(2, 60, 0);
        bucket.take(2);
        assertThat(bucket.holds(1, SECOND - 1)).isFalse();
        assertThat(bucket.microsUntil(1, SECOND - 1)).isEqualTo(1);
        assertThat(bucket.holds(1, SECOND)).isTrue();
        assertThat(bucket.remaining(100 * SECOND)).isEqualTo(2);
    }

    @Test
    void keepsFractionsOfTokens() {
        TokenBucket bucket = new TokenBucket(1_000, 7, 0);
        bucket.take(1_000);
        for (int micros = 1; micros <= 60 * SECOND; micros += 999_983) {
            bucket.remaining(micros);
        }
        assertThat(bucket.remaining(60 * SECOND)).isEqualTo(7);
    }

    @Test
    void neverOverflowsAfterALongTime() {
        TokenBucket bucket = new TokenBucket(100_000_000, 100_000_000, 0);
        bucket.take(100_000_000);
        assertThat(bucket.remaining(Long.MAX_VALUE / 2)).isEqualTo(100_000_000);
    }

    @Test
    void refusesAnEmptyBucket() {
        assertThatThrownBy(() -> new TokenBucket(0, 60, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhenToComeAgain() {
        Limiter limiter = limiter(new LimitRule("*", "*", 60, 1, 600, 100));
        assertThat(limiter.admit("key", "", "m", 10)).isInstanceOf(Admission.Admitted.class);
        Admission.Refused refused = (Admission.Refused) limiter.admit("key", "", "m", 10);
        assertThat(refused.bucket()).isEqualTo("requests");
        assertThat(refused.retryAfterMicros()).isEqualTo(SECOND);
        assertThat(limiter.admit("other", "", "m", 10)).isInstanceOf(Admission.Admitted.class);
        now.addAndGet(refused.retryAfterMicros());
        assertThat(limiter.admit("key", "", "m", 10)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void limitsTokens() {
        Limiter limiter = limiter(new LimitRule("*", "*", 60, 10, 600, 100));
        limiter.admit("key", "", "m", 95);
        Admission.Refused refused = (Admission.Refused) limiter.admit("key", "", "m", 10);
        assertThat(refused.bucket()).isEqualTo("tokens");
        assertThat(refused.retryAfterMicros()).isEqualTo(SECOND / 2);
        assertThat(refused.allowance().requests().remaining()).isEqualTo(9);
        assertThat(limiter.admit("key", "", "m", 101)).isInstanceOf(Admission.TooLarge.class);
    }

    @ParameterizedTest
    @CsvSource({"peak, a, 1", "peak, b, 2", "calm, a, 3", "calm, b, 4"})
    void takesTheClosestRule(String phase, String model, int limit) {
        Limiter limiter = limiter(
                new LimitRule("*", "*", 60, 4, 60, 60),
                new LimitRule("*", "a", 60, 3, 60, 60),
                new LimitRule("peak", "*", 60, 2, 60, 60),
                new LimitRule("peak", "a", 60, 1, 60, 60));
        assertThat(limiter.peek("key", phase, model).requests().limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0ms",
        "1, 1ms",
        "120000, 120ms",
        "1000000, 1s",
        "1500000, 1.5s",
        "360000000, 6m0s",
        "61020000, 1m1.02s"
    })
    void writesResetTimesAsTheRealApiDoes(long micros, String text) {
        assertThat(new Allowance.Part(1, 1, micros).reset()).isEqualTo(text);
    }
}
