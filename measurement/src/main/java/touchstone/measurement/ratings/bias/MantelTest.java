package touchstone.measurement.ratings.bias;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingsException;

/**
 * Mantel's test for ordered ratings. The unit is everything that a candidate got but for the facet under test, such as one
 * interview; the stratum is the unit's sum on the other elements. Units without all elements are left out.
 *
 * <p>Source: N. Mantel, JASA 58 (1963), 690-700; R. Zwick, J. R. Donoghue and A. Grima, Journal of Educational Measurement 30
 * (1993), 233-251; N. J. Dorans and A. P. Schmitt, ETS Research Report 91-47 (1991) for the standardised difference.
 */
public final class MantelTest {

    private final RatingTable table;
    private final Groups groups;
    private final int elements;
    private final List<Unit> units = new ArrayList<>();

    /** Steps on each element, -1 where there is none. */
    private record Unit(boolean focal, int candidate, List<Integer> steps) {

        int sum() {
            return steps.stream().mapToInt(Integer::intValue).sum();
        }
    }

    private MantelTest(RatingTable table, int facet, Groups groups) {
        this.table = table;
        this.groups = groups;
        elements = table.facets().get(facet).elements().size();
        for (int n = 0; n < table.candidates().size(); n++) {
            String name = table.candidates().get(n);
            if (groups.isFocal(name) || groups.isReference(name)) {
                collect(n, facet);
            }
        }
    }

    private void collect(int candidate, int facet) {
        Map<List<Integer>, Map<Integer, Integer>> found = new HashMap<>();
        for (int row = table.firstRow(candidate); row < table.firstRow(candidate + 1); row++) {
            List<Integer> others = new ArrayList<>();
            for (int f = 0; f < table.facets().size(); f++) {
                if (f != facet) {
                    others.add(table.elementOf(f, row));
                }
            }
            found.computeIfAbsent(others, _ -> new TreeMap<>()).put(table.elementOf(facet, row), table.step(row));
        }
        boolean focal = groups.isFocal(table.candidates().get(candidate));
        for (Map<Integer, Integer> steps : found.values()) {
            if (steps.size() == elements) {
                units.add(new Unit(focal, candidate, List.copyOf(steps.values())));
            }
        }
    }

    /**
     * Tests each element of a facet; empty where no unit has all elements.
     *
     * @throws RatingsException when there is no such facet
     */
    public static List<Mantel> byGroup(RatingTable table, String facet, Groups groups) {
        int index = table.indexOf(facet);
        if (index < 0) {
            throw new RatingsException("the ratings have no facet " + facet);
        }
        MantelTest test = new MantelTest(table, index, groups);
        List<Mantel> result = new ArrayList<>();
        for (int e = 0; e < test.elements && !test.units.isEmpty(); e++) {
            result.add(test.of(e, table.facets().get(index).elements().get(e)));
        }
        return List.copyOf(result);
    }

    /** Counts and sums of one stratum; index 0 reference, 1 focal. */
    private static final class Stratum {
        private final int[] count = new int[2];
        private final double[] sum = new double[2];
        private double squares;
    }

    private Mantel of(int element, String name) {
        Map<Integer, Stratum> strata = new TreeMap<>();
        double sum = 0;
        double squares = 0;
        int focal = 0;
        for (Unit unit : units) {
            int step = unit.steps().get(element);
            Stratum stratum = strata.computeIfAbsent(unit.sum() - step, _ -> new Stratum());
            int group = unit.focal() ? 1 : 0;
            stratum.count[group]++;
            stratum.sum[group] += step;
            stratum.squares += (double) step * step;
            sum += step;
            squares += (double) step * step;
            focal += group;
        }
        double distance = 0;
        double variance = 0;
        double difference = 0;
        for (Stratum stratum : strata.values()) {
            double n = stratum.count[0] + stratum.count[1];
            double total = stratum.sum[0] + stratum.sum[1];
            if (n > 1) {
                distance += stratum.sum[1] - stratum.count[1] * total / n;
                variance +=
                        stratum.count[0] * stratum.count[1] / (n * n * (n - 1)) * (n * stratum.squares - total * total);
            }
            if (stratum.count[0] > 0 && stratum.count[1] > 0) {
                difference += stratum.count[1]
                        * (stratum.sum[1] / stratum.count[1] - stratum.sum[0] / stratum.count[0])
                        / focal;
            }
        }
        double chiSquare = variance > 0 ? distance * distance / variance : 0;
        double sd = Math.sqrt((squares - sum * sum / units.size()) / Math.max(1, units.size() - 1));
        double overSd = sd > 0 ? difference / sd : 0;
        return new Mantel(
                name,
                chiSquare,
                ChiSquaredDistribution.of(1).survivalProbability(chiSquare),
                difference,
                overSd,
                Mantel.Size.of(overSd));
    }
}
