package touchstone.measurement.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpearmanTests {

    private static final int[] ONCE = {1, 1, 1, 1, 1};

    /** Ranks 1 2 3 4 5 against 2 1 4 3 5: rho = 1 - 6 * (1 + 1 + 1 + 1 + 0) / (5 * 24) = 0.8. */
    @Test
    void agreesWithTheFormulaWithoutTies() {
        assertThat(Spearman.of(new double[] {10, 20, 30, 40, 50}, new double[] {2, 1, 4, 3, 5}, ONCE)
                        .orElseThrow())
                .isCloseTo(0.8, within(1e-12));
    }

    /**
     * Middle ranks 1.5 1.5 3 4 5 against 1 2.5 2.5 4 5: centred products 3 + 0.75 + 0 + 1 + 4 = 8.75, both sums of squares
     * 9.5, so rho = 8.75 / 9.5.
     */
    @Test
    void givesTiesTheirMiddleRank() {
        assertThat(Spearman.of(new double[] {1, 1, 2, 3, 4}, new double[] {1, 2, 2, 3, 4}, ONCE)
                        .orElseThrow())
                .isCloseTo(8.75 / 9.5, within(1e-12));
    }

    /** A pair that counts twice is the same as the pair standing there twice. */
    @Test
    void countsPairsAsOftenAsTheyAreDrawn() {
        double drawn = Spearman.of(new double[] {1, 2, 3}, new double[] {3, 1, 2}, new int[] {2, 1, 2})
                .orElseThrow();
        double written = Spearman.of(new double[] {1, 1, 2, 3, 3}, new double[] {3, 3, 1, 2, 2}, ONCE)
                .orElseThrow();
        assertThat(drawn).isCloseTo(written, within(1e-12));
    }

    @Test
    void isEmptyWhereOneSideDoesNotVary() {
        assertThat(Spearman.of(new double[] {1, 1, 1, 1, 1}, new double[] {1, 2, 3, 4, 5}, ONCE))
                .isEmpty();
    }

    @Test
    void refusesSidesOfDifferentLength() {
        assertThatThrownBy(() -> Spearman.of(new double[] {1}, new double[] {1, 2}, new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
