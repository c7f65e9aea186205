package touchstone.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import touchstone.chance.Chance;
import touchstone.measurement.interval.Quantile;
import touchstone.measurement.ranking.AveragePrecision;
import touchstone.measurement.ranking.Evaluation;
import touchstone.measurement.ranking.Ndcg;
import touchstone.measurement.ranking.PrecisionAt;
import touchstone.measurement.ranking.RankingMeasure;
import touchstone.measurement.ranking.RecallAt;
import touchstone.measurement.ranking.ReciprocalRank;
import touchstone.measurement.ranking.SetF1;
import touchstone.measurement.ranking.TopicMean;
import touchstone.measurement.ranking.trec.TrecFiles;

/**
 * How long the retrieval measures need for a run of a million lines: 1,000 topics with 1,000 documents each, 50 judged. Each
 * round is a fresh JVM that reads both files, computes six measures and their intervals, and ends, as the command does.
 */
public final class RankingSpeed {

    private static final int TOPICS = 1_000;
    private static final int DOCUMENTS = 1_000;
    private static final int JUDGED = 50;
    private static final int ROUNDS = 7;
    private static final double AIM_SECONDS = 2;

    private RankingSpeed() {}

    /** {@code arguments}: the repository's root folder; or judgements and run, for one round. */
    static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            round(Path.of(arguments[0]), Path.of(arguments[1]));
            return;
        }
        Path folder = Files.createTempDirectory("touchstone-bench");
        Path judgements = folder.resolve("qrels");
        Path run = folder.resolve("run");
        try {
            write(judgements, run);
            Surroundings where = Surroundings.look();
            double[] seconds = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                seconds[i] = process(judgements, run);
            }
            Path page = Path.of(arguments[0]).resolve("docs").resolve("benchmarks.md");
            Sections.write(page, "ranking", section(where, Files.size(run), seconds));
        } finally {
            Files.deleteIfExists(judgements);
            Files.deleteIfExists(run);
            Files.delete(folder);
        }
    }

    private static void round(Path judgements, Path run) {
        Evaluation evaluation = Evaluation.of(TrecFiles.qrels(judgements), TrecFiles.run(run));
        List<RankingMeasure> measures = List.of(
                new Ndcg(10),
                new RecallAt(10),
                new PrecisionAt(10),
                new ReciprocalRank(),
                new AveragePrecision(),
                new SetF1());
        for (RankingMeasure measure : measures) {
            System.out.println(measure.name() + " "
                    + TopicMean.withDefaults().estimate(evaluation.values(measure), Chance.ofSeed(1)));
        }
    }

    private static double process(Path judgements, Path run) throws InterruptedException {
        long begun = System.nanoTime();
        Program.output(Program.java(
                List.of("-XX:+UseSerialGC"),
                RankingSpeed.class.getName(),
                List.of(judgements.toString(), run.toString())));
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void write(Path judgements, Path run) throws IOException {
        RandomGenerator draws = Chance.ofSeed(1).stream("ranking speed").generator();
        try (Writer qrels = Files.newBufferedWriter(judgements);
                Writer lines = Files.newBufferedWriter(run)) {
            for (int topic = 0; topic < TOPICS; topic++) {
                double score = 30;
                for (int rank = 1; rank <= DOCUMENTS; rank++) {
                    score -= draws.nextDouble() * 0.03;
                    String document = String.format(Locale.ROOT, "doc-%07d", draws.nextInt(5_000) * 1_000 + rank);
                    lines.write(String.format(Locale.ROOT, "%d Q0 %s %d %.6f speed%n", topic, document, rank, score));
                    if (rank % (DOCUMENTS / JUDGED) == 0) {
                        qrels.write(topic + " 0 " + document + " " + draws.nextInt(4) + "\n");
                    }
                }
            }
        }
    }

    private static String section(Surroundings where, long bytes, double[] seconds) {
        double median = Quantile.of(seconds, 0.5);
        String each = DoubleStream.of(seconds)
                .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
                .collect(Collectors.joining(" / "));
        return String.format(
                Locale.ROOT,
                """
                ## Retrieval measures

                `make bench-ranking` measures this section by itself: %tF, %s. The load average of the minute before was %s.
                A run of %,d lines (%,d topics, %.0f MB) and %,d judgements; each round is a fresh JVM (serial collector, cold) that
                reads both, computes nDCG, recall, precision, MRR, MAP and set F1 and an interval of 2,000 resamples for each, and ends.

                Seconds: %s. Median **%.2f**, most %.2f. Aim: at most %.0f; %s.
                """,
                Clock.systemUTC().instant().atZone(ZoneOffset.UTC),
                where.machine(),
                where.load(),
                TOPICS * DOCUMENTS,
                TOPICS,
                bytes / 1e6,
                TOPICS * JUDGED,
                each,
                median,
                Arrays.stream(seconds).max().orElseThrow(),
                AIM_SECONDS,
                median <= AIM_SECONDS ? "met" : "not met");
    }
}
