package touchstone.measurement.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores classified by facets: first the object of measurement (candidate), then its conditions (interviewer, dimension, ...).
 * Immutable. Not every combination need occur; one may occur twice, except for {@link AnovaComponents}.
 */
public final class CrossedScores {

    private final List<String> facets;
    private final List<Integer> sizes;
    private final int[][] levels;
    private final double[] scores;

    private CrossedScores(List<String> facets, List<Integer> sizes, int[][] levels, double[] scores) {
        this.facets = facets;
        this.sizes = sizes;
        this.levels = levels;
        this.scores = scores;
    }

    /**
     * A builder.
     *
     * @param object what is measured
     * @param conditions one to three other facets
     */
    public static Builder builder(String object, String... conditions) {
        List<String> facets = new ArrayList<>(List.of(object));
        facets.addAll(Arrays.asList(conditions));
        if (facets.size() < 2 || facets.size() > 4 || facets.stream().distinct().count() < facets.size()) {
            throw new IllegalArgumentException(
                    "scores have an object of measurement and one to three different facets, got " + facets);
        }
        return new Builder(List.copyOf(facets));
    }

    /** Names of the facets, the object of measurement first. */
    public List<String> facets() {
        return facets;
    }

    /** How many scores there are. */
    public int size() {
        return scores.length;
    }

    /** How many levels a facet has: candidates, interviewers, ... */
    public int levels(String facet) {
        return sizes.get(facets.indexOf(facet));
    }

    int count(int facet) {
        return sizes.get(facet);
    }

    int level(int facet, int score) {
        return levels[facet][score];
    }

    double score(int score) {
        return scores[score];
    }

    double mean() {
        return Arrays.stream(scores).average().orElse(0);
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(scores)
                        .map(score -> (score - mean) * (score - mean))
                        .sum()
                / Math.max(1, scores.length - 1);
    }

    /** Collects scores. */
    public static final class Builder {

        private final List<String> facets;
        private final List<Map<String, Integer>> names = new ArrayList<>();
        private int[][] levels;
        private double[] scores = new double[64];
        private int size;

        private Builder(List<String> facets) {
            this.facets = facets;
            this.levels = new int[facets.size()][64];
            facets.forEach(facet -> names.add(new HashMap<>()));
        }

        /**
         * Adds one score.
         *
         * @param score a finite number
         * @param elements one name for each facet, the object first
         */
        public Builder add(double score, String... elements) {
            if (!Double.isFinite(score) || elements.length != facets.size()) {
                throw new IllegalArgumentException(
                        "a score is a finite number with one name for each of " + facets + ", got " + score);
            }
            if (size == scores.length) {
                scores = Arrays.copyOf(scores, 2 * size);
                for (int facet = 0; facet < levels.length; facet++) {
                    levels[facet] = Arrays.copyOf(levels[facet], 2 * size);
                }
            }
            for (int facet = 0; facet < levels.length; facet++) {
                Map<String, Integer> known = names.get(facet);
                levels[facet][size] = known.computeIfAbsent(elements[facet], fresh -> known.size());
            }
            scores[size++] = score;
            return this;
        }

        /** The scores. */
        public CrossedScores build() {
            int[][] cut = new int[levels.length][];
            for (int facet = 0; facet < cut.length; facet++) {
                cut[facet] = Arrays.copyOf(levels[facet], size);
            }
            return new CrossedScores(facets, names.stream().map(Map::size).toList(), cut, Arrays.copyOf(scores, size));
        }
    }
}
