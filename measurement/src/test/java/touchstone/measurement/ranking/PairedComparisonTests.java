package touchstone.measurement.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.ranking.PairedComparison.Difference;
import touchstone.measurement.ranking.TopicMean.Estimate;

class PairedComparisonTests {

    private static final Chance CHANCE = Chance.ofSeed(5);
    private static final PairedComparison COMPARISON = PairedComparison.withDefaults();

    @Test
    void countsSignPatternsExactlyForFewTopics() {
        // differences .1 .2 .3: |sum| >= .6 for +++ and --- only: 2 of 8
        Map<String, Double> first = Map.of("a", 0.1, "b", 0.2, "c", 0.3);
        Map<String, Double> second = Map.of("a", 0.2, "b", 0.4, "c", 0.6);

        Difference found = COMPARISON.compare(first, second, CHANCE);

        assertThat(found.mean()).isCloseTo(0.2, within(1e-12));
        assertThat(found.pValue()).isEqualTo(0.25);
        assertThat(found.better()).isEqualTo(3);
        // .1 -.2 .3: sums of the patterns are .2 .6 .4 0 and their mirror images; at least .2: all but 0, 6 of 8
        Map<String, Double> mixed = Map.of("a", 0.2, "b", 0.0, "c", 0.6);
        assertThat(COMPARISON.compare(first, mixed, CHANCE).pValue()).isEqualTo(0.75);
    }

    @Test
    void drawsWhatTheExactTestCounts() {
        // 17 topics, all better by the same: exactly 2 of 131,072 patterns; drawn, almost surely (0 + 1) / 10,001
        Map<String, Double> first = new LinkedHashMap<>();
        Map<String, Double> second = new LinkedHashMap<>();
        for (int i = 0; i < 17; i++) {
            first.put("t" + i, 0.25);
            second.put("t" + i, 0.5);
        }
        assertThat(COMPARISON.compare(first, second, CHANCE).pValue()).isBetween(1 / 10_001.0, 3 / 10_001.0);
    }

    @Test
    void isTheMirrorImageWhenRunsChangePlaces() {
        Map<String, Double> first = values(12, 1);
        Map<String, Double> second = values(12, 2);

        Difference one = COMPARISON.compare(first, second, CHANCE);
        Difference other = COMPARISON.compare(second, first, CHANCE);

        assertThat(one.mean()).isCloseTo(-other.mean(), within(1e-12));
        assertThat(one.pValue()).isEqualTo(other.pValue());
        assertThat(one.interval().low()).isCloseTo(-other.interval().high(), within(1e-12));
        assertThat(one.better()).isEqualTo(other.worse());
    }

    @Test
    void findsNoDifferenceBetweenARunAndItself() {
        Difference found = COMPARISON.compare(values(40, 1), values(40, 1), CHANCE);

        assertThat(found).isEqualTo(new Difference(0, new Interval(0, 0), 1, 0, 0, 40));
    }

    @Test
    void isRightlyCalibratedForSystemsThatAreAlike() {
        int small = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            double p = COMPARISON
                    .compare(values(14, 2L * run), values(14, 2L * run + 1), Chance.ofSeed(run))
                    .pValue();
            small += p <= 0.1 ? 1 : 0;
        }
        // binomial(400, .1): standard deviation .015
        assertThat(small / (double) runs).isBetween(0.055, 0.145);
    }

    @Test
    void countsTopicsOfOneClusterOnce() {
        Map<String, Double> first = new LinkedHashMap<>();
        Map<String, Double> second = new LinkedHashMap<>();
        for (String topic : new String[] {"w1-a", "w1-b", "w1-c", "w2-a", "w2-b", "w2-c"}) {
            first.put(topic, 0.0);
            second.put(topic, topic.startsWith("w1") ? 0.2 : 0.1);
        }
        // two worlds: patterns ++ and -- of 4, where six independent topics would give 2 of 64
        assertThat(COMPARISON
                        .compare(first, second, topic -> topic.substring(0, 2), CHANCE)
                        .pValue())
                .isEqualTo(0.5);
        assertThat(COMPARISON.compare(first, second, CHANCE).pValue()).isEqualTo(2 / 64.0);
    }

    @Test
    void refusesDifferentTopics() {
        assertThatThrownBy(() -> COMPARISON.compare(Map.of("a", 1.0), Map.of("b", 1.0), CHANCE))
                .hasMessageContaining("same topics");
        assertThatThrownBy(() -> COMPARISON.compare(Map.of(), Map.of(), CHANCE)).hasMessageContaining("at least one");
    }

    @Test
    void widensTheIntervalOfAMeanWhenTopicsComeInClusters() {
        Map<String, Double> values = new LinkedHashMap<>();
        RandomGenerator draws = Chance.ofSeed(3).generator();
        for (int world = 0; world < 12; world++) {
            double level = draws.nextDouble();
            for (int topic = 0; topic < 20; topic++) {
                values.put(world + "-" + topic, level);
            }
        }
        Estimate alone = TopicMean.withDefaults().estimate(values, CHANCE);
        Estimate clustered =
                TopicMean.withDefaults().estimate(values, topic -> topic.substring(0, topic.indexOf('-')), CHANCE);

        assertThat(clustered.mean()).isCloseTo(alone.mean(), within(1e-12));
        assertThat(clustered.clusters()).isEqualTo(12);
        assertThat(alone.clusters()).isEqualTo(clustered.topics()).isEqualTo(240);
        // the design effect of 20 equal values in a cluster is sqrt(20) = 4.5
        assertThat(width(clustered)).isBetween(3 * width(alone), 6 * width(alone));
    }

    @Test
    void givesTheSameIntervalWhateverTheOrderOfTopics() {
        Map<String, Double> values = values(30, 4);
        Map<String, Double> reversed = new LinkedHashMap<>();
        values.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(topic -> reversed.put(topic, values.getOrDefault(topic, 0.0)));

        assertThat(TopicMean.withDefaults().estimate(reversed, CHANCE))
                .isEqualTo(TopicMean.withDefaults().estimate(values, CHANCE));
    }

    private static double width(Estimate estimate) {
        return estimate.interval().high() - estimate.interval().low();
    }

    private static Map<String, Double> values(int topics, long seed) {
        RandomGenerator draws = Chance.ofSeed(seed).stream("values").generator();
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < topics; i++) {
            values.put("t" + i, draws.nextDouble());
        }
        return values;
    }
}
