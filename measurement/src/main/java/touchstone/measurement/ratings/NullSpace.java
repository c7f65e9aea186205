package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;

/**
 * The directions of the additive design that the ratings do not determine: Gaussian elimination modulo the prime 2^31 - 1 on
 * rows of zeros and ones. No tolerance; the rank is the rational one but for a chance below one in a million.
 *
 * <p>Candidates are eliminated first: a row minus the candidate's first row. What is left is kept as a basis of the null
 * space. A random combination of it tells in a few operations whether a row is new.
 */
final class NullSpace {

    private static final long PRIME = (1L << 31) - 1;

    private final RatingTable table;
    private final Layout layout;
    private final List<long[]> basis = new ArrayList<>();
    private final RandomGenerator chance = Chance.ofSeed(0).stream("null space").generator();
    private long[] mixture;
    private int rank;

    private NullSpace(RatingTable table, Layout layout) {
        this.table = table;
        this.layout = layout;
        for (int i = 0; i < layout.thresholds; i++) {
            long[] unit = new long[layout.thresholds];
            unit[i] = 1;
            basis.add(unit);
        }
        mixture = new long[layout.thresholds];
        mix();
    }

    static NullSpace of(RatingTable table) {
        NullSpace space = new NullSpace(table, Layout.of(table, new Model.RatingScale()));
        int facets = table.facets().size();
        for (int n = 0; n < table.candidates().size(); n++) {
            int first = table.firstRow(n);
            for (int row = first + 1; row < table.firstRow(n + 1) && space.basis.size() > facets; row++) {
                space.add(space.elements(row), space.elements(first));
            }
        }
        return space;
    }

    /** Parameters of a row's elements, one for each facet. */
    int[] elements(int row) {
        int[] result = new int[layout.offset.length];
        for (int f = 0; f < result.length; f++) {
            result[f] = layout.offset[f] + table.elementOf(f, row);
        }
        return result;
    }

    /** Adds the difference of two rows of the same candidate; whether it was new. */
    boolean add(int[] plus, int[] minus) {
        if (dot(mixture, plus) == dot(mixture, minus)) {
            return false;
        }
        long[] products = new long[basis.size()];
        int pivot = -1;
        for (int b = 0; b < products.length; b++) {
            products[b] = Math.floorMod(dot(basis.get(b), plus) - dot(basis.get(b), minus), PRIME);
            if (products[b] != 0) {
                pivot = b;
            }
        }
        long[] gone = basis.remove(pivot);
        long inverse = power(products[pivot], PRIME - 2);
        for (int b = 0; b < pivot; b++) {
            if (products[b] != 0) {
                long share = products[b] * inverse % PRIME;
                long[] direction = basis.get(b);
                for (int i = 0; i < direction.length; i++) {
                    if (gone[i] != 0) {
                        direction[i] = Math.floorMod(direction[i] - share * gone[i], PRIME);
                    }
                }
            }
        }
        rank++;
        mix();
        return true;
    }

    private void mix() {
        mixture = new long[layout.thresholds];
        for (long[] direction : basis) {
            long share = chance.nextLong(1, PRIME);
            for (int i = 0; i < mixture.length; i++) {
                if (direction[i] != 0) {
                    mixture[i] = (mixture[i] + share * direction[i]) % PRIME;
                }
            }
        }
    }

    /** Rank of the design without the candidates. */
    int rank() {
        return rank;
    }

    /** Directions besides the facets' origins. */
    int defect() {
        return basis.size() - layout.offset.length;
    }

    /**
     * The value of a random undetermined direction at each parameter: two elements of a facet can be compared if and only if
     * they have the same (but for a chance of one in two thousand million).
     */
    long value(int parameter) {
        return mixture[parameter];
    }

    /** The same of a candidate whose rating has these elements: what keeps the logit as it is. */
    long value(int[] elements) {
        return dot(mixture, elements);
    }

    private static long dot(long[] direction, int[] elements) {
        long sum = 0;
        for (int i : elements) {
            sum += direction[i];
        }
        return sum % PRIME;
    }

    private static long power(long value, long exponent) {
        long result = 1;
        long square = value % PRIME;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
