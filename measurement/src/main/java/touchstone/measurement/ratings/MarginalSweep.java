package touchstone.measurement.ratings;

import java.util.Arrays;

/**
 * One pass of the marginal likelihood: value, gradient and observed information of everything but the candidates, who are
 * integrated out over a grid.
 *
 * <p>The information is that of the complete data less the posterior covariance of its score (T. A. Louis, JRSS B 44 (1982),
 * 226-233), so that Newton's method converges in a few steps where EM takes hundreds. The last two parameters are the
 * candidates' mean and the logarithm of their standard deviation.
 */
final class MarginalSweep {

    private static final double NEGLIGIBLE = 1e-14;

    final double[] information;
    final double[] gradient;
    final double[] expected;
    final double[] deviation;
    double value;

    private final Problem problem;
    private final Pattern pattern;
    private final Layout layout;
    private final double[] nodes;
    private final int size;
    private final double[] logPrior;
    private final double[][] priorScore;
    private final double[] weight;
    private final double[][] score;
    private final double[] meanScore;
    private final double[] meanTail;
    private final double[] meanCovariance;
    private final double[] meanProduct;

    MarginalSweep(Problem problem, Pattern pattern, double[] nodes) {
        this.problem = problem;
        this.pattern = pattern;
        this.layout = problem.layout;
        this.nodes = nodes;
        size = layout.size + 2;
        information = new double[size * size];
        gradient = new double[size];
        expected = new double[problem.thetaMean.length];
        deviation = new double[problem.thetaMean.length];
        logPrior = new double[nodes.length];
        priorScore = new double[nodes.length][2];
        weight = new double[nodes.length];
        int widest = pattern.widest() + 2;
        score = new double[nodes.length][widest];
        meanScore = new double[widest];
        meanTail = new double[layout.steps];
        meanCovariance = new double[layout.steps];
        meanProduct = new double[layout.steps * layout.steps];
    }

    /** Passes over the ratings at these parameters. */
    void at(double[] rest) {
        Arrays.fill(information, 0);
        Arrays.fill(gradient, 0);
        value = 0;
        population(rest[layout.size], Math.exp(rest[layout.size + 1]));
        Categories categories = new Categories(layout.steps, layout.cumulative(rest));
        for (int n = 0; n < expected.length; n++) {
            weigh(n, rest, categories);
            scores(n, rest, categories);
            observed(n);
        }
        hold();
    }

    /** Prior of the nodes, its score, and the part of the information that is the same for every candidate. */
    private void population(double mean, double sd) {
        double most = Double.NEGATIVE_INFINITY;
        for (int q = 0; q < nodes.length; q++) {
            double z = (nodes[q] - mean) / sd;
            logPrior[q] = -z * z / 2;
            priorScore[q][0] = z / sd;
            priorScore[q][1] = z * z;
            most = Math.max(most, logPrior[q]);
        }
        double sum = 0;
        for (double log : logPrior) {
            sum += Math.exp(log - most);
        }
        double[] centre = new double[2];
        for (int q = 0; q < nodes.length; q++) {
            logPrior[q] -= most + Math.log(sum);
            centre[0] += Math.exp(logPrior[q]) * priorScore[q][0];
            centre[1] += Math.exp(logPrior[q]) * priorScore[q][1];
        }
        double[] prior = new double[3];
        for (int q = 0; q < nodes.length; q++) {
            priorScore[q][0] -= centre[0];
            priorScore[q][1] -= centre[1];
            double share = Math.exp(logPrior[q]);
            prior[0] += share * priorScore[q][0] * priorScore[q][0];
            prior[1] += share * priorScore[q][0] * priorScore[q][1];
            prior[2] += share * priorScore[q][1] * priorScore[q][1];
        }
        double candidates = expected.length;
        int at = layout.size;
        information[at * size + at] = candidates * prior[0];
        information[(at + 1) * size + at] = candidates * prior[1];
        information[(at + 1) * size + at + 1] = candidates * prior[2];
    }

    /** Posterior weights of the nodes, and the candidate's part of the value. */
    private void weigh(int n, double[] rest, Categories categories) {
        RatingTable table = problem.table;
        System.arraycopy(logPrior, 0, weight, 0, weight.length);
        for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
            double severity = layout.severity(table, row, rest);
            int group = layout.group(table, row);
            double share = problem.weight(row);
            for (int q = 0; q < nodes.length; q++) {
                categories.at(nodes[q] - severity, group);
                weight[q] += share * categories.logProbability(table.step(row), nodes[q] - severity, group);
            }
        }
        double most = Arrays.stream(weight).max().orElse(0);
        double sum = 0;
        for (int q = 0; q < weight.length; q++) {
            weight[q] = Math.exp(weight[q] - most);
            sum += weight[q];
        }
        value += most + Math.log(sum);
        double mean = 0;
        double square = 0;
        for (int q = 0; q < weight.length; q++) {
            weight[q] /= sum;
            mean += weight[q] * nodes[q];
            square += weight[q] * nodes[q] * nodes[q];
        }
        expected[n] = mean;
        deviation[n] = Math.sqrt(Math.max(0, square - mean * mean));
    }

    /** Scores of the complete data at each node, and the expected information of the complete data. */
    private void scores(int n, double[] rest, Categories categories) {
        RatingTable table = problem.table;
        int touched = pattern.start[n + 1] - pattern.start[n];
        for (int q = 0; q < nodes.length; q++) {
            Arrays.fill(score[q], 0, touched, 0);
            score[q][touched] = priorScore[q][0];
            score[q][touched + 1] = priorScore[q][1];
        }
        for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
            double severity = layout.severity(table, row, rest);
            int group = layout.group(table, row);
            int local = pattern.localThreshold[row];
            double share = problem.weight(row);
            double variance = 0;
            Arrays.fill(meanTail, 0);
            Arrays.fill(meanCovariance, 0);
            Arrays.fill(meanProduct, 0);
            for (int q = 0; q < nodes.length; q++) {
                if (weight[q] < NEGLIGIBLE) {
                    continue;
                }
                categories.at(nodes[q] - severity, group);
                categories.tails();
                double residual = share * (table.step(row) - categories.expected);
                for (int f = 0; f < layout.offset.length; f++) {
                    score[q][pattern.local[f][row]] -= residual;
                }
                variance += weight[q] * categories.variance;
                for (int h = 0; h < layout.steps; h++) {
                    double above = categories.above[h];
                    score[q][local + h] += share * (table.step(row) > h ? above - 1 : above);
                    meanCovariance[h] += weight[q] * categories.covariance[h];
                    for (int m = 0; m <= h; m++) {
                        meanProduct[h * layout.steps + m] += weight[q] * above * (1 - categories.above[m]);
                    }
                }
            }
            complete(row, group, share, variance);
        }
    }

    private void complete(int row, int group, double share, double variance) {
        int first = layout.threshold(group);
        for (int f = 0; f < layout.offset.length; f++) {
            int i = layout.offset[f] + problem.table.elementOf(f, row);
            for (int g = 0; g <= f; g++) {
                information[i * size + layout.offset[g] + problem.table.elementOf(g, row)] += share * variance;
            }
            for (int h = 0; h < layout.steps; h++) {
                information[(first + h) * size + i] += share * meanCovariance[h];
            }
        }
        for (int h = 0; h < layout.steps; h++) {
            for (int m = 0; m <= h; m++) {
                information[(first + h) * size + first + m] += share * meanProduct[h * layout.steps + m];
            }
        }
    }

    /** Adds the mean score to the gradient, and takes the covariance of the scores from the information. */
    private void observed(int n) {
        int from = pattern.start[n];
        int touched = pattern.start[n + 1] - from;
        Arrays.fill(meanScore, 0);
        for (int q = 0; q < nodes.length; q++) {
            if (weight[q] >= NEGLIGIBLE) {
                for (int a = 0; a < touched + 2; a++) {
                    meanScore[a] += weight[q] * score[q][a];
                }
            }
        }
        for (int a = 0; a < touched + 2; a++) {
            gradient[parameter(from, touched, a)] += meanScore[a];
        }
        for (int q = 0; q < nodes.length; q++) {
            if (weight[q] < NEGLIGIBLE) {
                continue;
            }
            for (int a = 0; a < touched + 2; a++) {
                double left = weight[q] * (score[q][a] - meanScore[a]);
                int line = parameter(from, touched, a) * size;
                for (int b = 0; b <= a; b++) {
                    information[line + parameter(from, touched, b)] -= left * (score[q][b] - meanScore[b]);
                }
            }
        }
        // second derivatives of the prior's exponent, less their mean under the prior
        int at = layout.size;
        information[(at + 1) * size + at] += 2 * meanScore[touched];
        information[(at + 1) * size + at + 1] += 2 * meanScore[touched + 1];
    }

    private int parameter(int from, int touched, int a) {
        return a < touched ? pattern.index[from + a] : layout.size + a - touched;
    }

    /** Sums held at zero, fixed parameters, and the upper triangle. */
    private void hold() {
        double scale = 0;
        for (int i = 0; i < size; i++) {
            scale += Math.abs(information[i * size + i]) / size;
        }
        for (int[] sum : problem.zeroSums) {
            for (int i : sum) {
                for (int j : sum) {
                    if (j <= i) {
                        information[i * size + j] += scale;
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                information[j * size + i] = information[i * size + j];
            }
        }
    }
}
