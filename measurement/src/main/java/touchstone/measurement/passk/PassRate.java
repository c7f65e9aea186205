package touchstone.measurement.passk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import touchstone.chance.Chance;
import touchstone.measurement.interval.ClusterBootstrap;
import touchstone.measurement.interval.Interval;

/**
 * Mean over tasks of the probability that k attempts at a task all succeed (pass^k), or that at least one does (pass@k).
 *
 * <p>With c successes in n trials of a task, choose(c, k) / choose(n, k) and 1 - choose(n - c, k) / choose(n, k) estimate the two
 * without bias, where (c / n)^k would be too high for few trials. k = 1 gives the plain success rate in both. The interval
 * resamples tasks. Sources: S. Yao et al., "tau-bench: A Benchmark for Tool-Agent-User Interaction in Real-World Domains", 2024,
 * section 4; M. Chen et al., "Evaluating Large Language Models Trained on Code", 2021, equation 1.
 */
public enum PassRate {
    /** All k attempts succeed: reliability. */
    ALL,
    /** At least one of k attempts succeeds: capability with retries. */
    ANY;

    /** A rate, or why there is none. */
    public sealed interface Result {}

    /**
     * A rate over tasks.
     *
     * @param value 0 to 1
     * @param interval at confidence 0.95
     * @param byTask each task's own estimate
     */
    public record Rate(int k, double value, Interval interval, SortedMap<String, Double> byTask) implements Result {}

    /**
     * No rate.
     *
     * @param reason one sentence for a person
     */
    public record Undefined(String reason) implements Result {}

    /**
     * The rate over tasks, each of which counts the same.
     *
     * @param k attempts, at least 1
     * @param chance source of the resampling
     */
    public Result of(List<TaskTrials> tasks, int k, Chance chance) {
        if (k < 1) {
            throw new IllegalArgumentException("k is at least 1, got " + k);
        }
        if (tasks.isEmpty()) {
            return new Undefined("There are no tasks.");
        }
        SortedMap<String, Double> byTask = new TreeMap<>();
        for (TaskTrials task : tasks) {
            if (task.trials() < k) {
                return new Undefined("Task " + task.task() + " was tried " + task.trials() + " times; " + k
                        + " attempts in a row cannot be estimated from fewer than " + k + " trials.");
            }
            byTask.put(task.task(), of(task.successes(), task.trials(), k));
        }
        return new Rate(k, mean(byTask), interval(byTask, chance), byTask);
    }

    /**
     * The unbiased estimate for one task.
     *
     * @param successes 0 to {@code trials}
     * @param k 1 to {@code trials}
     */
    public double of(int successes, int trials, int k) {
        return switch (this) {
            case ALL -> drawsWithout(trials - successes, trials, k);
            case ANY -> 1 - drawsWithout(successes, trials, k);
        };
    }

    /** Chance that k draws without replacement from n meet none of the marked ones: choose(n - marked, k) / choose(n, k). */
    private static double drawsWithout(int marked, int n, int k) {
        double product = 1;
        for (int i = 0; i < k; i++) {
            product *= Math.max(0, n - marked - i) / (double) (n - i);
        }
        return product;
    }

    private static double mean(Map<String, Double> byTask) {
        return byTask.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static Interval interval(SortedMap<String, Double> byTask, Chance chance) {
        double[] values =
                byTask.values().stream().mapToDouble(Double::doubleValue).toArray();
        return ClusterBootstrap.withDefaults()
                .interval(
                        values.length,
                        counts -> {
                            double sum = 0;
                            for (int i = 0; i < values.length; i++) {
                                sum += counts[i] * values[i];
                            }
                            return sum / values.length;
                        },
                        chance);
    }
}
