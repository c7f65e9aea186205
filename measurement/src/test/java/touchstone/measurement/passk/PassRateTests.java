package touchstone.measurement.passk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.measurement.passk.PassRate.Rate;

class PassRateTests {

    @Test
    void countsDrawsWithoutReplacement() {
        // by hand: choose(3, 2) / choose(4, 2) = 3 / 6; 1 - choose(1, 2) / choose(4, 2) = 1; choose(2, 2) / choose(4,
        // 2) = 1 / 6
        assertThat(PassRate.ALL.of(3, 4, 2)).isCloseTo(0.5, within(1e-12));
        assertThat(PassRate.ANY.of(3, 4, 2)).isEqualTo(1);
        assertThat(PassRate.ALL.of(2, 4, 2)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(PassRate.ANY.of(2, 4, 2)).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(PassRate.ALL.of(1, 4, 2)).isZero();
        assertThat(PassRate.ALL.of(100_000, 100_000, 50)).isEqualTo(1);
    }

    @Test
    void isTheSuccessRateForOneAttempt() {
        assertThat(PassRate.ALL.of(7, 20, 1)).isCloseTo(0.35, within(1e-12));
        assertThat(PassRate.ANY.of(7, 20, 1)).isCloseTo(0.35, within(1e-12));
    }

    @Test
    void isUnbiased() {
        // each task succeeds with probability .8; 5 trials; the mean estimate of .8^3 over many tasks
        var draws = Chance.ofSeed(4).generator();
        List<TaskTrials> tasks = new ArrayList<>();
        double plain = 0;
        for (int task = 0; task < 40_000; task++) {
            int successes = 0;
            for (int trial = 0; trial < 5; trial++) {
                successes += draws.nextDouble() < 0.8 ? 1 : 0;
            }
            tasks.add(new TaskTrials("t" + task, successes, 5));
            plain += Math.pow(successes / 5.0, 3) / 40_000;
        }
        double mean = tasks.stream()
                .mapToDouble(task -> PassRate.ALL.of(task.successes(), 5, 3))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.512, within(0.006));
        assertThat(plain).as("the plain power is too high").isGreaterThan(0.55);
    }

    @Test
    void weighsTasksEquallyAndResamplesThem() {
        List<TaskTrials> tasks =
                List.of(new TaskTrials("a", 4, 4), new TaskTrials("b", 0, 8), new TaskTrials("c", 3, 4));

        Rate rate = (Rate) PassRate.ALL.of(tasks, 2, Chance.ofSeed(1));

        assertThat(rate.value()).isCloseTo(0.5, within(1e-12));
        assertThat(rate.byTask()).containsEntry("c", 0.5).containsEntry("b", 0.0);
        assertThat(rate.interval().low()).isBetween(0.0, 0.5);
        assertThat(rate.interval().high()).isBetween(0.5, 1.0);
        assertThat(PassRate.ALL.of(tasks, 2, Chance.ofSeed(1))).isEqualTo(rate);
    }

    @Test
    void saysWhatItCannotEstimate() {
        List<TaskTrials> tasks = List.of(new TaskTrials("a", 2, 3));

        assertThat(PassRate.ALL.of(tasks, 4, Chance.ofSeed(1)).toString()).contains("Task a was tried 3 times");
        assertThat(PassRate.ALL.of(List.of(), 1, Chance.ofSeed(1)).toString()).contains("no tasks");
        assertThatThrownBy(() -> new TaskTrials("a", 4, 3)).hasMessageContaining("task a");
        assertThatThrownBy(() -> PassRate.ALL.of(tasks, 0, Chance.ofSeed(1))).hasMessageContaining("at least 1");
    }
}
