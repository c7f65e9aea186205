package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an estimator is to solve: ratings, priors, what is fixed, and sums that are held at zero. */
final class Problem {

    final RatingTable table;
    final Layout layout;
    /** Prior means and precisions of candidates; precision 0 is no prior. */
    final double[] thetaMean;

    final double[] thetaPrecision;
    final boolean[] thetaFixed;

    final double[] restMean;
    final double[] restPrecision;
    final boolean[] restFixed;
    /** Fixed from outside, so that its facet's origin is given. */
    private final boolean[] anchored;
    /** Each a set of parameters whose sum is zero. */
    final List<int[]> zeroSums = new ArrayList<>();
    /** Rows that count; all when null. */
    boolean @Nullable [] used;

    Problem(RatingTable table, Layout layout) {
        this.table = table;
        this.layout = layout;
        int candidates = table.candidates().size();
        thetaMean = new double[candidates];
        thetaPrecision = new double[candidates];
        thetaFixed = new boolean[candidates];
        restMean = new double[layout.size];
        restPrecision = new double[layout.size];
        restFixed = new boolean[layout.size];
        anchored = new boolean[layout.size];
    }

    double weight(int row) {
        boolean[] some = used;
        return some == null || some[row] ? table.weight(row) : 0;
    }

    void normalPriors(Priors priors) {
        Arrays.fill(thetaPrecision, 1 / (priors.candidate() * priors.candidate()));
        for (int f = 0; f < layout.offset.length; f++) {
            Facet facet = table.facets().get(f);
            double sd = priors.of(facet.name());
            for (int e = 0; e < facet.elements().size(); e++) {
                restPrecision[layout.offset[f] + e] = 1 / (sd * sd);
            }
        }
        for (int i = layout.thresholds; i < layout.size; i++) {
            restPrecision[i] = 1 / (priors.threshold() * priors.threshold());
        }
    }

    /** Enters what is known; elements that are not in the table are passed over. Earlier calibrations need priors. */
    void known(List<Known> known) {
        for (Known fact : known) {
            if (fact.facet().equals("candidate")) {
                int n = table.candidates().indexOf(fact.element());
                if (n >= 0) {
                    thetaMean[n] = fact.mean();
                    thetaFixed[n] = fact.sd() == 0;
                    thetaPrecision[n] = fact.sd() == 0 ? 0 : 1 / (fact.sd() * fact.sd());
                }
                continue;
            }
            int f = table.indexOf(fact.facet());
            if (f < 0) {
                throw new RatingsException("a measure is given for " + fact.element() + " of the facet " + fact.facet()
                        + ", which the ratings do not have");
            }
            int e = table.facets().get(f).elements().indexOf(fact.element());
            if (e >= 0) {
                int i = layout.offset[f] + e;
                restMean[i] = fact.mean();
                restFixed[i] = fact.sd() == 0;
                anchored[i] = fact.sd() == 0;
                restPrecision[i] = fact.sd() == 0 ? 0 : 1 / (fact.sd() * fact.sd());
            }
        }
    }

    /** Sums of each facet (unless an element is anchored there) and of the thresholds of each group are zero. */
    void zeroSums() {
        for (int f = 0; f < layout.offset.length; f++) {
            hold(layout.offset[f], table.facets().get(f).elements().size());
        }
        for (int g = 0; g < layout.groups; g++) {
            hold(layout.threshold(g), layout.steps);
        }
    }

    private void hold(int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (anchored[i]) {
                return;
            }
        }
        zeroSums.add(
                IntStream.range(from, from + count).filter(i -> !restFixed[i]).toArray());
    }

    /** Where the search begins: prior means, fixed values, else zero. */
    Point start() {
        return new Point(thetaMean.clone(), restMean.clone());
    }
}
