package touchstone.measurement.ratings.bias;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
    private static final int FEWEST = 30;

    private final Function<RatingTable, Fit> estimator;

    private BiasTest(Function<RatingTable, Fit> estimator) {
        this.estimator = estimator;
    }

    /** Main effects by the joint likelihood, rating scale. */
    public static BiasTest withDefaults() {
        return new BiasTest(table -> JointLikelihood.withDefaults().fit(table));
    }

    /** The same with main effects by the maximum posterior, for few ratings. */
    public BiasTest withMaximumPosterior() {
        return new BiasTest(table -> MaximumPosterior.withDefaults().fit(table));
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
                fit.provenance().with("bias facet", facet).with("left out", out));
    }

    private static Optional<String> worst(List<BiasTerm> terms, Set<String> out) {
        return terms.stream()
                .filter(term -> term.flagged() && !out.contains(term.element()))
                .max(Comparator.comparingDouble(term -> Math.abs(term.t())))
                .map(BiasTerm::element);
    }

    private static List<BiasTerm> terms(RatingTable table, int facet, Groups groups, Fit fit) {
        Cells cells = new Cells(table, facet, groups, fit);
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
        double[] adjusted = Holm.adjust(p);
        List<BiasTerm> terms = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            GroupBias reference = found.get(i)[0];
            GroupBias focal = found.get(i)[1];
            boolean flagged = Math.abs(contrast[i]) >= SUBSTANTIVE
                    && adjusted[i] < LEVEL
                    && Math.min(reference.ratings(), focal.ratings()) >= FEWEST;
            terms.add(new BiasTerm(tested.get(i), reference, focal, contrast[i], error[i], p[i], adjusted[i], flagged));
        }
        return List.copyOf(terms);
    }
}
