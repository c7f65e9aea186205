package touchstone.measurement.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import touchstone.measurement.reliability.Components.Estimated;
import touchstone.measurement.reliability.Components.Part;
import touchstone.measurement.reliability.Components.Undefined;
import touchstone.measurement.reliability.Effects.Effect;

/**
 * Variance components of any crossed design by restricted maximum likelihood, all effects random, missing combinations allowed.
 *
 * <p>Average-information steps on the variances with step halving, and a component that would fall below 0 is held at the boundary
 * while the likelihood rises towards it. Equals {@link AnovaComponents} for a complete design whose components are positive.
 * Source: A. R. Gilmour, R. Thompson and B. R. Cullis, "Average information REML", Biometrics 51 (1995), 1440-1450. Time grows with
 * the number of objects and with the cube of the levels of effects without the object; more than 3,000 of these are refused.
 */
public final class RemlComponents {

    private static final int MOST_SHARED_LEVELS = 3_000;
    private static final int MOST_STEPS = 200;
    private static final double BOUNDARY = 1e-8;
    private static final double STEP_TOLERANCE = 1e-9;

    private final CrossedScores scores;
    private final List<Effect> effects;
    private final int[][] scoresOf;
    private final double[] values;

    private RemlComponents(CrossedScores scores, List<Effect> effects) {
        this.scores = scores;
        this.effects = effects;
        this.scoresOf = byObject(scores);
        double mean = scores.mean();
        this.values = new double[scores.size()];
        Arrays.setAll(values, i -> scores.score(i) - mean);
    }

    /**
     * The components.
     *
     * @param components estimates; {@link Undefined} when the scores allow none
     * @param logLikelihood restricted, at the estimates; 0 where undefined
     * @param covariance between the components, in their order, from the average information; 0 for those on the boundary; empty
     *     where undefined
     */
    public record Fit(Components components, double logLikelihood, List<List<Double>> covariance) {
        public Fit {
            covariance = covariance.stream().map(List::copyOf).toList();
        }
    }

    /** The components of scores: main effects and combinations of two facets, the rest is the residual. */
    public static Fit of(CrossedScores scores) {
        Effects effects = new Effects(scores, 2);
        Optional<String> obstacle = obstacle(scores, effects);
        return obstacle.isPresent()
                ? new Fit(new Undefined(obstacle.get()), 0, List.of())
                : new RemlComponents(scores, effects.all()).fit(effects.notes());
    }

    private static Optional<String> obstacle(CrossedScores scores, Effects effects) {
        String object = scores.facets().getFirst();
        if (scores.levels(object) < 2) {
            return Optional.of("Reliability needs at least two different values of " + object + ".");
        }
        if (scores.variance() == 0) {
            return Optional.of("All scores are equal: there is no variance to split.");
        }
        if (effects.all().stream().noneMatch(effect -> effect.set() == 1)) {
            return Optional.of("Every " + object + " has one score: reliability needs at least two scores of some.");
        }
        if (scores.size() <= effects.all().size() + 1) {
            return Optional.of("There are " + scores.size() + " scores for "
                    + (effects.all().size() + 1) + " components of variance: too few to tell them apart.");
        }
        int shared = effects.all().stream()
                .filter(effect -> !effect.ofObject())
                .mapToInt(Effect::levels)
                .sum();
        return shared <= MOST_SHARED_LEVELS
                ? Optional.empty()
                : Optional.of("There are " + shared + " levels of effects without " + object + "; at most "
                        + MOST_SHARED_LEVELS + " are possible. Leave a facet out, or take a part of the data.");
    }

    private static int[][] byObject(CrossedScores scores) {
        int[] counts = new int[scores.count(0)];
        for (int i = 0; i < scores.size(); i++) {
            counts[scores.level(0, i)]++;
        }
        int[][] lists = new int[counts.length][];
        Arrays.setAll(lists, object -> new int[counts[object]]);
        int[] next = new int[counts.length];
        for (int i = 0; i < scores.size(); i++) {
            int object = scores.level(0, i);
            lists[object][next[object]++] = i;
        }
        return lists;
    }

    /** Likelihood with its slope at given variances, the residual's last. */
    private final class Place {
        final double[] variances;
        final double residual;
        final MixedModel model;
        final double[] weighted;
        final double logLikelihood;

        Place(double[] variances) {
            this.variances = variances;
            this.residual = variances[effects.size()];
            double[] ratios = new double[1 << scores.facets().size()];
            for (int e = 0; e < effects.size(); e++) {
                ratios[effects.get(e).set()] = variances[e] / residual;
            }
            this.model = new MixedModel(effects, scoresOf, values.length, ratios);
            this.weighted = weighted(values);
            double fit = 0;
            for (int i = 0; i < values.length; i++) {
                fit += values[i] * weighted[i];
            }
            double freedom = values.length - 1.0;
            this.logLikelihood = -(freedom * Math.log(2 * Math.PI * residual) + model.logDeterminant() + fit) / 2;
        }

        /** P times a vector. */
        double[] weighted(double[] vector) {
            double[] residuals = model.residuals(vector);
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] /= residual;
            }
            return residuals;
        }

        /** Sums of the weighted scores by level, given back to the scores of the level. */
        double[] spread(int effect) {
            if (effect == effects.size()) {
                return weighted;
            }
            int[] levelOf = effects.get(effect).levelOf();
            double[] sums = new double[effects.get(effect).levels()];
            for (int i = 0; i < levelOf.length; i++) {
                sums[levelOf[i]] += weighted[i];
            }
            double[] spread = new double[levelOf.length];
            Arrays.setAll(spread, i -> sums[levelOf[i]]);
            return spread;
        }

        double[] slope(double[][] spreads) {
            double[] traces = model.traces();
            double[] slope = new double[effects.size() + 1];
            double explained = 0;
            for (int e = 0; e < effects.size(); e++) {
                double share = effects.get(e).levels() - traces[effects.get(e).set()];
                explained += share;
                slope[e] = (dot(weighted, spreads[e]) - share / variances[e]) / 2;
            }
            double rest = values.length - 1 - explained;
            slope[effects.size()] = (dot(weighted, weighted) - rest / residual) / 2;
            return slope;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private Fit fit(List<String> notes) {
        double total = scores.variance();
        double[] start = new double[effects.size() + 1];
        Arrays.fill(start, total / start.length);
        Place place = new Place(start);
        List<String> said = new ArrayList<>(notes);
        for (int step = 0; ; step++) {
            Place next = step(place, total);
            double moved = 0;
            for (int e = 0; e < start.length; e++) {
                moved = Math.max(moved, Math.abs(next.variances[e] - place.variances[e]));
            }
            place = next;
            if (moved < STEP_TOLERANCE * total) {
                break;
            }
            if (step == MOST_STEPS) {
                said.add("The estimation did not settle in " + MOST_STEPS + " steps; take it as rough.");
                break;
            }
        }
        return new Fit(estimated(place, total, said), place.logLikelihood, covariance(place, total));
    }

    private Place step(Place place, double total) {
        int count = place.variances.length;
        double[][] spreads = new double[count][];
        for (int e = 0; e < count; e++) {
            spreads[e] = place.spread(e);
        }
        double[] slope = place.slope(spreads);
        double floor = BOUNDARY * total;
        int[] free = java.util.stream.IntStream.range(0, count)
                .filter(e -> place.variances[e] > floor * 1.000001 || slope[e] > 0)
                .toArray();
        double[] direction = direction(place, spreads, slope, free);
        for (double length = 1; length > 1e-8; length /= 2) {
            double[] variances = place.variances.clone();
            for (int i = 0; i < free.length; i++) {
                variances[free[i]] = Math.max(floor, variances[free[i]] + length * direction[i]);
            }
            Optional<Place> next = at(variances);
            if (next.isPresent() && next.get().logLikelihood >= place.logLikelihood - 1e-9) {
                return next.get();
            }
        }
        return place;
    }

    /** Empty where the variances lie so far apart that the equations cannot be solved. */
    private Optional<Place> at(double[] variances) {
        try {
            return Optional.of(new Place(variances));
        } catch (MixedModel.UnsolvableException _) {
            return Optional.empty();
        }
    }

    private static DMatrixRMaj information(Place place, double[][] spreads, int[] free) {
        DMatrixRMaj information = new DMatrixRMaj(free.length, free.length);
        for (int i = 0; i < free.length; i++) {
            double[] weighted = place.weighted(spreads[free[i]]);
            for (int j = 0; j < free.length; j++) {
                information.set(i, j, dot(weighted, spreads[free[j]]) / 2);
            }
        }
        return information;
    }

    private List<List<Double>> covariance(Place place, double total) {
        int count = place.variances.length;
        double[][] spreads = new double[count][];
        for (int e = 0; e < count; e++) {
            spreads[e] = place.spread(e);
        }
        int[] free = java.util.stream.IntStream.range(0, count)
                .filter(e -> place.variances[e] > BOUNDARY * total * 1.000001)
                .toArray();
        DMatrixRMaj inverse = information(place, spreads, free);
        if (!CommonOps_DDRM.invert(inverse)) {
            return List.of();
        }
        double[][] covariance = new double[count][count];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                covariance[free[i]][free[j]] = inverse.get(i, j);
            }
        }
        return Arrays.stream(covariance)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private double[] direction(Place place, double[][] spreads, double[] slope, int[] free) {
        DMatrixRMaj information = information(place, spreads, free);
        DMatrixRMaj right = new DMatrixRMaj(free.length, 1);
        for (int i = 0; i < free.length; i++) {
            right.set(i, 0, slope[free[i]]);
        }
        DMatrixRMaj direction = new DMatrixRMaj(free.length, 1);
        return CommonOps_DDRM.solve(information, right, direction) ? direction.data : right.data;
    }

    private Estimated estimated(Place place, double total, List<String> notes) {
        List<Part> parts = new ArrayList<>();
        for (int e = 0; e < effects.size(); e++) {
            Effect effect = effects.get(e);
            boolean atBoundary = place.variances[e] <= BOUNDARY * total * 1.000001;
            if (atBoundary) {
                notes.add("The component of " + String.join(" x ", AnovaComponents.names(scores, effect.set()))
                        + " lies on the boundary: 0.");
            }
            parts.add(new Part(
                    AnovaComponents.names(scores, effect.set()), effect.levels(), atBoundary ? 0 : place.variances[e]));
        }
        int all = (1 << scores.facets().size()) - 1;
        parts.add(new Part(AnovaComponents.names(scores, all), scores.size(), place.residual));
        return new Estimated(List.copyOf(parts), scores.size(), List.copyOf(notes));
    }
}
