package touchstone.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.measurement.agreement.KrippendorffAlpha;
import touchstone.measurement.agreement.Level;
import touchstone.measurement.agreement.RaterTable;
import touchstone.measurement.interval.Quantile;
import touchstone.measurement.ratings.Connectivity;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.LeaveOneOut;
import touchstone.measurement.ratings.MaximumPosterior;
import touchstone.measurement.ratings.Posterior;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingTableBuilder;
import touchstone.measurement.ratings.Scale;
import touchstone.measurement.ratings.diagnosis.Diagnostics;

/** How long the many-facet Rasch model needs for a panel, a company, and a million ratings; in a JVM of 512 MB. */
public final class RatingsSpeed {

    private static final int ROUNDS = 5;

    private RatingsSpeed() {}

    /** {@code arguments}: the repository's root folder, or "round" in the process that measures. */
    static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("round")) {
            System.out.print(round());
            return;
        }
        Surroundings where = Surroundings.look();
        String rows = Program.output(Program.java(List.of("-Xmx512m"), RatingsSpeed.class.getName(), List.of("round")));
        Path page = Path.of(arguments[0]).resolve("docs").resolve("benchmarks.md");
        Sections.write(page, "ratings", section(where, rows));
    }

    private static String round() {
        StringBuilder rows = new StringBuilder();
        RatingTable panel = table(12, 6, 1, 5, 15);
        row(rows, "panel of 180 ratings: fit, all posteriors, all leave-one-out", 50, 40, () -> decide(panel));
        RatingTable company = table(1_000, 40, 20, 8, 10);
        row(
                rows,
                "10,000 ratings: fit",
                60,
                20,
                () -> MaximumPosterior.withDefaults().fit(company));
        RatingTable million = table(100_000, 500, 200, 8, 10);
        row(
                rows,
                "1,000,000 ratings: fit, one thread",
                5_000,
                1,
                () -> MaximumPosterior.withDefaults().fit(million));
        row(
                rows,
                "1,000,000 ratings: fit, two threads",
                5_000,
                1,
                () -> MaximumPosterior.withDefaults().withThreads(2).fit(million));
        Fit fit = MaximumPosterior.withDefaults().fit(million);
        row(
                rows,
                "1,000,000 ratings: diagnostics",
                1_500,
                1,
                () -> Diagnostics.of(fit).facet("interviewer"));
        row(rows, "1,000,000 ratings: test of connectedness", 2_000, 1, () -> Connectivity.check(million));
        RaterTable units = units(100_000);
        row(
                rows,
                "Krippendorff's alpha with interval, 100,000 units of three raters",
                100,
                5,
                () -> KrippendorffAlpha.of(Level.ORDINAL).of(units));
        return rows.toString();
    }

    private static RaterTable units(int count) {
        RandomGenerator draws = Chance.ofSeed(1).stream("alpha speed").generator();
        double[][] rows = new double[count][];
        for (int unit = 0; unit < count; unit++) {
            int right = 1 + draws.nextInt(5);
            rows[unit] = draws.ints(3, -1, 2)
                    .mapToDouble(off -> Math.clamp(right + off, 1, 5))
                    .toArray();
        }
        return RaterTable.complete(rows);
    }

    private static double decide(RatingTable table) {
        Posterior posterior = Posterior.of(MaximumPosterior.withDefaults().fit(table), 1);
        LeaveOneOut without = LeaveOneOut.of(posterior);
        double sum = 0;
        for (String candidate : table.candidates()) {
            sum += posterior.probabilityAtLeast(candidate, 3);
            sum += without.of(candidate, 3).size();
        }
        return sum;
    }

    private interface Work {
        Object run();
    }

    /** One line of the table: median wall time, and the processor time of the measuring thread. */
    private static void row(StringBuilder rows, String what, double aimMillis, int warmup, Work work) {
        for (int i = 0; i < warmup; i++) {
            Objects.requireNonNull(work.run());
        }
        double[] wall = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long begun = System.nanoTime();
            Objects.requireNonNull(work.run());
            wall[i] = (System.nanoTime() - begun) / 1e6;
            processor[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
        }
        double median = Quantile.of(wall, 0.5);
        rows.append(String.format(
                Locale.ROOT,
                "| %s | %,.1f | %,.1f | %,.0f; %s |%n",
                what,
                median,
                Quantile.of(processor, 0.5),
                aimMillis,
                median <= aimMillis ? "met" : "not met"));
    }

    /** Each candidate is rated by two interviewers (three on one question) on questions and dimensions drawn at random. */
    private static RatingTable table(int candidates, int interviewers, int questions, int dimensions, int each) {
        RandomGenerator draws = Chance.ofSeed(1).stream("ratings speed").generator();
        double[] severity = draws.doubles(interviewers, -0.8, 0.8).toArray();
        double[] hard = draws.doubles(questions, -0.6, 0.6).toArray();
        double[] difficulty = draws.doubles(dimensions, -0.6, 0.6).toArray();
        RatingTableBuilder rows = RatingTable.builder(new Scale(1, 5), "interviewer", "dimension", "question");
        for (int n = 0; n < candidates; n++) {
            double theta = draws.nextGaussian();
            int[] those = draws.ints(0, interviewers)
                    .distinct()
                    .limit(questions == 1 ? 3 : 2)
                    .toArray();
            Set<Integer> given = new HashSet<>();
            while (given.size() < each) {
                int j = those[given.size() % those.length];
                int q = draws.nextInt(questions);
                int d = draws.nextInt(dimensions);
                if (given.add((j * 1_000 + q) * 100 + d)) {
                    double eta = theta - severity[j] - hard[q] - difficulty[d];
                    rows.add("c" + n, 1 + step(eta, draws), "i" + j, "d" + d, "q" + q);
                }
            }
        }
        return rows.build();
    }

    private static int step(double eta, RandomGenerator draws) {
        double[] tau = {-1.8, -0.6, 0.6, 1.8};
        double[] weight = {1, 0, 0, 0, 0};
        double exponent = 0;
        double sum = 1;
        for (int k = 1; k < 5; k++) {
            exponent += eta - tau[k - 1];
            weight[k] = Math.exp(exponent);
            sum += weight[k];
        }
        double left = draws.nextDouble() * sum;
        int step = 0;
        while (step < 4 && left > weight[step]) {
            left -= weight[step];
            step++;
        }
        return step;
    }

    private static String section(Surroundings where, String rows) {
        return String.format(
                Locale.ROOT,
                """
                ## Ratings

                `make bench-ratings` measures this section by itself: %tF, %s. The load average of the minute before was %s.
                Maximum posterior of the many-facet Rasch model to steps below 1e-6, with posterior standard deviations and data
                digest, in one JVM with a heap of 512 MB; medians of %d rounds after warm-up. The million is 100,000 candidates,
                500 interviewers, 200 questions, 8 dimensions, 5 categories. The processor's time is that of the calling thread:
                on a machine with other work it says what the wall time would be without.

                | what | wall ms | processor ms | aim: wall ms at most |
                | --- | ---: | ---: | --- |
                %s\
                """,
                Clock.systemUTC().instant().atZone(ZoneOffset.UTC),
                where.machine(),
                where.load(),
                ROUNDS,
                rows);
    }
}
