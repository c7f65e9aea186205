package touchstone.measurement.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTests {

    @Test
    void agreesWithPublishedValues() {
        // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
        // table I, method 3 (score without continuity correction), 95 %.
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0.0000, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
    }

    @Test
    void staysInsideZeroAndOne() {
        for (int trials = 1; trials < 40; trials++) {
            for (int successes = 0; successes <= trials; successes++) {
                Interval found = Wilson.withDefaults().interval(successes, trials);
                assertThat(found.low()).isBetween(0.0, 1.0);
                assertThat(found.high()).isBetween(0.0, 1.0);
                assertThat(found.contains((double) successes / trials)).isTrue();
            }
        }
    }

    @Test
    void isTheMirrorImageForFailures() {
        Interval hits = Wilson.withDefaults().interval(7, 31);
        Interval misses = Wilson.withDefaults().interval(24, 31);

        assertThat(hits.low()).isCloseTo(1 - misses.high(), within(1e-12));
    }

    @Test
    void widensWithConfidence() {
        Interval narrow = Wilson.withDefaults().withConfidence(0.5).interval(7, 31);
        Interval wide = Wilson.withDefaults().withConfidence(0.99).interval(7, 31);

        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatThrownBy(() -> Wilson.withDefaults().interval(3, 2)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> Wilson.withDefaults().interval(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.withDefaults().withConfidence(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertInterval(int successes, int trials, double low, double high) {
        Interval found = Wilson.withDefaults().interval(successes, trials);
        assertThat(found.low()).isCloseTo(low, within(0.00005));
        assertThat(found.high()).isCloseTo(high, within(0.00005));
    }
}
