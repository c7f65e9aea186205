package touchstone.measurement.ratings.bias;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.Measure;
import touchstone.measurement.ratings.RatingTable;

/**
 * Ratings of each element by group, each with its logit from the main effects; an element that was left out of the fit gets
 * the difficulty that its ratings give it.
 */
final class Cells {

    private static final double EXTREME = 0.5;

    private final Fit fit;
    private final int steps;
    private final double pairing;
    private final List<List<Rating>> reference = new ArrayList<>();
    private final List<List<Rating>> focal = new ArrayList<>();

    /** @param interview the same for the ratings that one interviewer gave one candidate */
    private record Rating(int step, double logit, long interview) {
        Rating easier(double difficulty) {
            return new Rating(step, logit - difficulty, interview);
        }
    }

    Cells(RatingTable table, int facet, Groups groups, Fit fit, double pairing) {
        this.pairing = pairing;
        this.fit = fit;
        this.steps = table.scale().steps();
        List<List<Rating>> all = new ArrayList<>();
        for (String _ : table.facets().get(facet).elements()) {
            reference.add(new ArrayList<>());
            focal.add(new ArrayList<>());
            all.add(new ArrayList<>());
        }
        Map<String, Double> theta = measures(fit.candidates());
        List<Map<String, Double>> severities = table.facets().stream()
                .map(each -> measures(fit.facet(each.name())))
                .toList();
        for (int row = 0; row < table.size(); row++) {
            String candidate = table.candidates().get(table.candidateOf(row));
            Double logit = theta.get(candidate);
            for (int f = 0; f < severities.size() && logit != null; f++) {
                Double severity =
                        severities.get(f).get(table.facets().get(f).elements().get(table.elementOf(f, row)));
                // the element of a facet under test may have been left out: its own difficulty is added below
                double known = severity == null && f == facet ? 0 : severity == null ? Double.NaN : severity;
                logit = Double.isNaN(known) ? null : Double.valueOf(logit - known);
            }
            if (logit != null) {
                Rating rating = new Rating(table.step(row), logit, interview(table, row));
                int e = table.elementOf(facet, row);
                all.get(e).add(rating);
                if (groups.isReference(candidate)) {
                    reference.get(e).add(rating);
                } else if (groups.isFocal(candidate)) {
                    focal.get(e).add(rating);
                }
            }
        }
        for (int e = 0; e < all.size(); e++) {
            if (!severities
                    .get(facet)
                    .containsKey(table.facets().get(facet).elements().get(e))) {
                double difficulty = solve(all.get(e)).bias();
                reference.get(e).replaceAll(rating -> rating.easier(difficulty));
                focal.get(e).replaceAll(rating -> rating.easier(difficulty));
            }
        }
    }

    private static Map<String, Double> measures(Collection<Measure> measures) {
        Map<String, Double> result = new HashMap<>();
        measures.stream()
                .filter(measure -> !measure.extreme())
                .forEach(measure -> result.put(measure.element(), measure.value()));
        return result;
    }

    GroupBias reference(int element) {
        return solve(reference.get(element));
    }

    GroupBias focal(int element) {
        return solve(focal.get(element));
    }

    /** Newton, kept in a bracket, on the expected score. */
    private GroupBias solve(List<Rating> ratings) {
        if (ratings.isEmpty()) {
            return new GroupBias(0, 0, 0);
        }
        double score = 0;
        for (Rating rating : ratings) {
            score += rating.step();
        }
        double most = (double) steps * ratings.size();
        double aim = Math.clamp(score, Math.min(EXTREME, most / 2), Math.max(most - EXTREME, most / 2));
        double low = -60;
        double high = 60;
        double bias = 0;
        for (int i = 0; i < 100; i++) {
            double expected = 0;
            double variance = 0;
            for (Rating rating : ratings) {
                Expected one = expected(rating, bias);
                expected += one.mean();
                variance += one.variance();
            }
            if (expected > aim) {
                low = bias;
            } else {
                high = bias;
            }
            double next = bias + (expected - aim) / Math.max(variance, 1e-12);
            next = next > low && next < high ? next : (low + high) / 2;
            double step = Math.abs(next - bias);
            bias = next;
            if (step < 1e-10) {
                break;
            }
        }
        return new GroupBias(ratings.size(), bias, error(ratings, bias));
    }

    /** With pairings of standard deviation s, the variance is {@code sum over interviews of I + s^2 I^2, over (sum I)^2}. */
    private double error(List<Rating> ratings, double bias) {
        Map<Long, Double> information = new TreeMap<>();
        for (Rating rating : ratings) {
            information.merge(rating.interview(), expected(rating, bias).variance(), Double::sum);
        }
        double sum = 0;
        double spread = 0;
        for (double interview : information.values()) {
            sum += interview;
            spread += interview * (1 + pairing * pairing * interview);
        }
        return Math.sqrt(spread) / Math.max(sum, 1e-6);
    }

    private record Expected(double mean, double variance) {}

    private Expected expected(Rating rating, double bias) {
        double[] p = fit.probabilities(0, rating.logit() - bias);
        double mean = 0;
        double square = 0;
        for (int k = 0; k < p.length; k++) {
            mean += k * p[k];
            square += (double) k * k * p[k];
        }
        return new Expected(mean, square - mean * mean);
    }

    private static long interview(RatingTable table, int row) {
        int interviewer = table.indexOf(Facet.INTERVIEWER);
        long with = interviewer < 0 ? row : table.elementOf(interviewer, row);
        return ((long) table.candidateOf(row) << 32) + with;
    }
}
