package touchstone.measurement.ratings;

/** Elements whose ratings are all the lowest or all the highest. */
final class Extreme {

    private Extreme() {}

    /** Extreme as the ratings stand, without taking others away. */
    static Fit.Extremes scores(Problem problem) {
        Tally tally = new Tally(problem);
        tally.count();
        return new Fit.Extremes(tally.extremeCandidates(), tally.extremeElements());
    }

    /**
     * Takes extreme elements out of use, again and again, since taking one away can make another extreme. Marks them as fixed.
     *
     * @throws RatingsException when nothing is left
     */
    static Fit.Extremes remove(Problem problem) {
        int rows = problem.table.size();
        boolean[] used = new boolean[rows];
        java.util.Arrays.fill(used, true);
        problem.used = used;
        boolean[] candidates = new boolean[problem.thetaMean.length];
        boolean[] elements = new boolean[problem.layout.size];
        boolean more = true;
        while (more) {
            Tally tally = new Tally(problem);
            tally.count();
            boolean candidate = or(candidates, tally.extremeCandidates(), problem.thetaFixed);
            boolean element = or(elements, tally.extremeElements(), problem.restFixed);
            more = candidate || element;
            exclude(problem, used, candidates, elements);
        }
        boolean some = false;
        for (boolean row : used) {
            some |= row;
        }
        if (!some) {
            throw new RatingsException(
                    "every candidate or interviewer has only lowest or only highest ratings: the joint"
                            + " likelihood has no maximum; use the maximum posterior");
        }
        return new Fit.Extremes(candidates, elements);
    }

    private static void exclude(Problem problem, boolean[] used, boolean[] candidates, boolean[] elements) {
        RatingTable table = problem.table;
        for (int n = 0; n < candidates.length; n++) {
            for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                used[row] &= !candidates[n];
                for (int f = 0; f < problem.layout.offset.length; f++) {
                    used[row] &= !elements[problem.layout.offset[f] + table.elementOf(f, row)];
                }
            }
        }
    }

    /** Adds new ones that are not fixed yet, and fixes them; whether there were any. */
    private static boolean or(boolean[] all, boolean[] found, boolean[] fixed) {
        boolean more = false;
        for (int i = 0; i < all.length; i++) {
            if (found[i] && !fixed[i]) {
                all[i] = true;
                fixed[i] = true;
                more = true;
            }
        }
        return more;
    }

    /** Scores and the highest possible ones. */
    private static final class Tally {
        private final Problem problem;
        private final double[] candidateScore;
        private final double[] candidateMost;
        private final double[] score;
        private final double[] most;

        Tally(Problem problem) {
            this.problem = problem;
            candidateScore = new double[problem.thetaMean.length];
            candidateMost = new double[problem.thetaMean.length];
            score = new double[problem.layout.size];
            most = new double[problem.layout.size];
        }

        void count() {
            RatingTable table = problem.table;
            for (int n = 0; n < candidateScore.length; n++) {
                for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                    double weight = problem.weight(row);
                    double highest = weight * problem.layout.steps;
                    candidateScore[n] += weight * table.step(row);
                    candidateMost[n] += highest;
                    for (int f = 0; f < problem.layout.offset.length; f++) {
                        int i = problem.layout.offset[f] + table.elementOf(f, row);
                        score[i] += weight * table.step(row);
                        most[i] += highest;
                    }
                }
            }
        }

        boolean[] extremeCandidates() {
            return extreme(candidateScore, candidateMost);
        }

        boolean[] extremeElements() {
            return extreme(score, most);
        }

        private static boolean[] extreme(double[] score, double[] most) {
            boolean[] result = new boolean[score.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = most[i] > 0 && (score[i] == 0 || score[i] >= most[i] * (1 - 1e-12));
            }
            return result;
        }
    }
}
