package touchstone.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTests {

    @Test
    void repeatsForTheSameSeedStreamAndKey() {
        Chance one = Chance.ofSeed(7).stream("faults").key("item-3", 1);
        Chance two = Chance.ofSeed(7).stream("faults").key("item-3", 1);

        assertThat(one.uniform()).isEqualTo(two.uniform());
        assertThat(one.generator().nextLong()).isEqualTo(two.generator().nextLong());
        assertThat(one.shuffled(List.of(1, 2, 3, 4))).isEqualTo(two.shuffled(List.of(1, 2, 3, 4)));
    }

    @Test
    void doesNotDependOnTheOrderOfDraws() {
        Chance root = Chance.ofSeed(7);
        double before = root.stream("a").key("x").uniform();
        root.stream("b").key("y").uniform();

        assertThat(root.stream("a").key("x").uniform()).isEqualTo(before);
    }

    @Test
    void givesTheSameDrawsFromManyThreads() {
        Chance root = Chance.ofSeed(11).stream("latency");
        List<Double> alone = IntStream.range(0, 5_000)
                .mapToObj(i -> root.key("request", i).uniform())
                .toList();
        List<Double> together = IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> root.key("request", i).uniform())
                .toList();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void tellsSeedsStreamsAndKeysApart() {
        Set<Double> draws = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            for (String stream : List.of("faults", "latency")) {
                for (int key = 0; key < 50; key++) {
                    draws.add(Chance.ofSeed(seed).stream(stream).key(key).uniform());
                }
            }
        }
        assertThat(draws).hasSize(50 * 2 * 50);
        assertThat(Chance.ofSeed(1).key("ab").uniform())
                .isNotEqualTo(Chance.ofSeed(1).key("a", "b").uniform());
        assertThat(Chance.ofSeed(1).stream("a").uniform())
                .isNotEqualTo(Chance.ofSeed(1).key("a").uniform());
    }

    @Test
    void isUniformOverKeys() {
        int draws = 100_000;
        int[] bins = new int[20];
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            double u = Chance.ofSeed(3).stream("check").key(i).uniform();
            assertThat(u).isBetween(0.0, 1.0);
            bins[(int) (u * bins.length)]++;
            sum += u;
        }
        // chi-square with 19 degrees of freedom: 43.8 is the 0.1 % point
        double expected = draws / (double) bins.length;
        double chiSquare = 0;
        for (int bin : bins) {
            chiSquare += (bin - expected) * (bin - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(43.8);
        assertThat(sum / draws).isCloseTo(0.5, within(0.005));
    }

    @Test
    void shufflesWithoutLosingAnything() {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

        List<Integer> shuffled = Chance.ofSeed(5).shuffled(numbers);

        assertThat(shuffled).isNotEqualTo(numbers).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void drawsWithinBoundsAndFromTheList() {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            seen.add(Chance.ofSeed(2).key(i).between(3, 6));
        }
        assertThat(seen).containsOnly(3, 4, 5);
        assertThat(Chance.ofSeed(2).oneOf(List.of("only"))).isEqualTo("only");
        assertThat(Chance.ofSeed(2).happens(0)).isFalse();
        assertThat(Chance.ofSeed(2).happens(1)).isTrue();
    }
}
