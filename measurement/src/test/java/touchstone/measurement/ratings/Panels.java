package touchstone.measurement.ratings;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import touchstone.chance.Chance;

/**
 * Simulated panels whose truth is known: candidates N(0, 1), severities N(0, 0.6), four thresholds, and on top what the model
 * leaves out.
 */
public final class Panels {

    /** What is simulated, everything in logits. */
    public record Plan(
            int candidates, int interviewers, int dimensions, int each, double pairing, double halo, double drift) {}

    public final double[] theta;
    public final double[] severity;
    public final double[] difficulty;
    public final double[] tau;
    public final RatingTable table;

    private Panels(double[] theta, double[] severity, double[] difficulty, double[] tau, RatingTable table) {
        this.theta = theta;
        this.severity = severity;
        this.difficulty = difficulty;
        this.tau = tau;
        this.table = table;
    }

    public static Panels simulate(Plan plan, long seed) {
        RandomGenerator draws = Chance.ofSeed(seed).stream("panel").generator();
        double[] theta = normal(plan.candidates(), 1, draws);
        double[] severity = normal(plan.interviewers(), 0.6, draws);
        double[] difficulty = normal(plan.dimensions(), 0.4, draws);
        double[] tau = {-1.8, -0.6, 0.6, 1.8};
        RatingTableBuilder rows = RatingTable.builder(new Scale(1, 5), "interviewer", "dimension");
        for (int n = 0; n < plan.candidates(); n++) {
            List<Integer> those = Chance.ofSeed(seed).stream("who")
                    .key(n)
                    .shuffled(IntStream.range(0, plan.interviewers()).boxed().toList())
                    .subList(0, plan.each());
            for (int j : those) {
                double pairing = plan.pairing() * draws.nextGaussian();
                double drift = plan.drift() * (2.0 * n / plan.candidates() - 1) * (j % 2 == 0 ? 1 : -1);
                double location = theta[n] - severity[j] - drift + pairing;
                double impression = draws.nextGaussian();
                for (int d = 0; d < plan.dimensions(); d++) {
                    double eta = location - difficulty[d];
                    int step = draw(eta, tau, draws);
                    if (draws.nextDouble() < plan.halo()) {
                        step = draw(
                                location + impression * 0.5,
                                tau,
                                Chance.ofSeed(seed).key(n, j).generator());
                    }
                    rows.add("c" + n, 1 + step, "i" + j, "d" + d);
                }
            }
        }
        return new Panels(theta, severity, difficulty, tau, rows.build());
    }

    /** The fair score that the truth gives. */
    public double fair(int n) {
        double sum = 0;
        for (double hard : difficulty) {
            Categories categories =
                    new Categories(4, new double[] {0, tau[0], tau[0] + tau[1], tau[0] + tau[1] + tau[2], 0});
            categories.at(theta[n] - hard, 0);
            sum += categories.expected;
        }
        return 1 + sum / difficulty.length;
    }

    static double[] normal(int count, double sd, RandomGenerator draws) {
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            result[i] = sd * draws.nextGaussian();
        }
        return result;
    }

    static int draw(double eta, double[] tau, RandomGenerator draws) {
        double[] weight = new double[tau.length + 1];
        double exponent = 0;
        double sum = 1;
        weight[0] = 1;
        for (int k = 1; k < weight.length; k++) {
            exponent += eta - tau[k - 1];
            weight[k] = Math.exp(exponent);
            sum += weight[k];
        }
        double left = draws.nextDouble() * sum;
        int step = 0;
        while (step < tau.length && left > weight[step]) {
            left -= weight[step];
            step++;
        }
        return step;
    }
}
