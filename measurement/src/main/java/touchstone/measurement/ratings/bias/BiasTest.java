package touchstone.measurement.ratings.bias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.JointLikelihood;
import touchstone.measurement.ratings.MaximumPosterior;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingsException;

/**
 * Differential functioning of a facet's elements between two groups (DIF of dimensions and questions, bias of interviewers).
 *
 * <p>With the main effects fixed, each element gets a bias b for each group: {@code sum (x - E(eta - b)) = 0}, error {@code 1 /
 * sqrt(sum V)}, half a score point from the extreme where all ratings of the group are extreme. The contrast is focal less
 * reference. The worst flagged element is left out of the measures and the rest is fitted again, until no other is flagged
 * (purification).
 *
 * <p>Source: J. M. Linacre, FACETS manual, bias/interaction analysis; P. W. Holland and D. T. Thayer, "Differential item
 * performance and the Mantel-Haenszel procedure", in Test validity, Erlbaum 1988 (purification). Fewer than 50 candidates in
 * a group: read estimate and error only.
 */
public final class BiasTest {

    private static final double SUBSTANTIVE = 0.5;
    private static final double LEVEL = 0.05;

    private final Function<RatingTable, Fit> estimator;
    private final double pairing;
    private final int comparisons;

    private BiasTest(Function<RatingTable, Fit> estimator, double pairing, int comparisons) {
        this.estimator = estimator;
        this.pairing = pairing;
        this.comparisons = comparisons;
    }

    /** Main effects by the joint likelihood, rating scale. */
    public static BiasTest withDefaults() {
        return new BiasTest(table -> JointLikelihood.withDefaults().fit(table), 0, 1);
    }

    /** The same with main effects by the maximum posterior, for few ratings. */
    public BiasTest withMaximumPosterior() {
        return new BiasTest(table -> MaximumPosterior.withDefaults().fit(table), pairing, comparisons);
    }

    /**
     * The same, allowing for what one interviewer sees in one candidate alone: the ratings of one interview then share that
     * effect, and count for less than as many interviews.
     *
     * @param sd standard deviation of that effect in logits, 0 to 3
     */
    public BiasTest withPairing(double sd) {
        if (!(sd >= 0 && sd <= 3)) {
            throw new RatingsException("the sd of a pairing lies between 0 and 3 logits, got " + sd);
        }
        return new BiasTest(estimator, sd, comparisons);
    }

    /** The same as one of several such tests: adjusted probabilities are multiplied by their number, at least 1. */
    public BiasTest among(int count) {
        if (count < 1) {
            throw new RatingsException("a test is one of at least 1, got " + count);
        }
        return new BiasTest(estimator, pairing, count);
    }

    /**
     * Tests each element of a facet that both groups have ratings of.
     *
     * @throws RatingsException when there is no such facet, or a group has no candidate
     */
    public BiasReport byGroup(RatingTable table, String facet, Groups groups) {
        int index = table.indexOf(facet);
        if (index < 0) {
            throw new RatingsException("the ratings have no facet " + facet);
        }
        for (String group : List.of(groups.focal(), groups.reference())) {
            if (table.candidates().stream()
                    .noneMatch(name -> group.equals(groups.byCandidate().get(name)))) {
                throw new RatingsException("no rated candidate belongs to the group " + group);
            }
        }
        Fit fit = estimator.apply(table);
        List<BiasTerm> plain = terms(table, index, groups, fit);
        List<BiasTerm> purified = plain;
        Set<String> out = new TreeSet<>();
        List<String> names = table.facets().get(index).elements();
        while (out.size() + 2 < names.size()) {
            Optional<String> worst = worst(purified, out);
            if (worst.isEmpty()) {
                break;
            }
            out.add(worst.get());
            fit = estimator.apply(table.filter(row -> !out.contains(names.get(table.elementOf(index, row)))));
            purified = terms(table, index, groups, fit);
        }
        return new BiasReport(
                facet,
                plain,
                purified,
                fit.provenance()
                        .with("bias facet", facet)
                        .with("left out", out)
                        .with("pairing sd", pairing)
                        .with("comparisons", comparisons));
    }

    private static Optional<String> worst(List<BiasTerm> terms, Set<String> out) {
        return terms.stream()
                .filter(term -> term.flagged() && !out.contains(term.element()))
                .max(Comparator.comparingDouble(term -> Math.abs(term.t())))
                .map(BiasTerm::element);
    }

    private List<BiasTerm> terms(RatingTable table, int facet, Groups groups, Fit fit) {
        Cells cells = new Cells(table, facet, groups, fit, pairing);
        List<String> names = table.facets().get(facet).elements();
        List<String> tested = new ArrayList<>();
        List<GroupBias[]> found = new ArrayList<>();
        for (int e = 0; e < names.size(); e++) {
            GroupBias reference = cells.reference(e);
            GroupBias focal = cells.focal(e);
            if (reference.ratings() > 0 && focal.ratings() > 0) {
                tested.add(names.get(e));
                found.add(new GroupBias[] {reference, focal});
            }
        }
        double[] p = new double[tested.size()];
        double[] contrast = new double[p.length];
        double[] error = new double[p.length];
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (int i = 0; i < p.length; i++) {
            contrast[i] = found.get(i)[1].bias() - found.get(i)[0].bias();
            error[i] = Math.hypot(found.get(i)[0].error(), found.get(i)[1].error());
            p[i] = 2 * normal.survivalProbability(Math.abs(contrast[i] / error[i]));
        }
        double[] adjusted = adjusted(p, found);
        List<BiasTerm> terms = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            GroupBias reference = found.get(i)[0];
            GroupBias focal = found.get(i)[1];
            boolean flagged = Math.abs(contrast[i]) >= SUBSTANTIVE && adjusted[i] < LEVEL && enough(found.get(i));
            terms.add(new BiasTerm(tested.get(i), reference, focal, contrast[i], error[i], p[i], adjusted[i], flagged));
        }
        return List.copyOf(terms);
    }

    /** Holm's adjustment over the elements that could be flagged; the others are not tested and get 1. */
    private double[] adjusted(double[] p, List<GroupBias[]> found) {
        int[] tested =
                IntStream.range(0, p.length).filter(i -> enough(found.get(i))).toArray();
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, 1);
        double[] holm = Holm.adjust(Arrays.stream(tested).mapToDouble(i -> p[i]).toArray());
        for (int i = 0; i < tested.length; i++) {
            adjusted[tested[i]] = Math.min(1, comparisons * holm[i]);
        }
        return adjusted;
    }

    private static boolean enough(GroupBias[] both) {
        return Math.min(both[0].ratings(), both[1].ratings()) >= BiasTerm.FEWEST;
    }
}
