package touchstone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.chance.Chance;
import touchstone.measurement.ranking.AveragePrecision;
import touchstone.measurement.ranking.Evaluation;
import touchstone.measurement.ranking.Evaluation.Missing;
import touchstone.measurement.ranking.Ndcg;
import touchstone.measurement.ranking.PairedComparison;
import touchstone.measurement.ranking.PrecisionAt;
import touchstone.measurement.ranking.Qrels;
import touchstone.measurement.ranking.RankingMeasure;
import touchstone.measurement.ranking.RecallAt;
import touchstone.measurement.ranking.ReciprocalRank;
import touchstone.measurement.ranking.Run;
import touchstone.measurement.ranking.SetF1;
import touchstone.measurement.ranking.TopicMean;
import touchstone.measurement.ranking.trec.TrecFiles;

/** {@code touchstone measure retrieval}. */
@Command(
        name = "retrieval",
        description =
                "Measures rankings (TREC run files) against judgements (TREC qrels), with trec_eval's definitions.",
        mixinStandardHelpOptions = true)
final class MeasureRetrievalCommand implements Callable<Integer> {

    /** Intervals repeat from call to call. */
    private static final Chance CHANCE = Chance.ofSeed(1).stream("measure retrieval");

    private static final int MOST_CUTOFF = 1_000_000;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "QRELS", description = "Judgements: lines 'TOPIC 0 DOCUMENT GRADE'.")
    private Path judgements = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..2",
            paramLabel = "RUN",
            description = "One run, or two to compare: lines 'TOPIC Q0 DOCUMENT RANK SCORE NAME'.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--k", paramLabel = "K", description = "Cutoff of nDCG, recall and precision (default: 10).")
    private int cutoff = 10;

    @Option(
            names = "--only-answered",
            description = "Leave judged topics out that a run does not answer, as trec_eval does without -c; "
                    + "otherwise they count 0.")
    private boolean onlyAnswered;

    @Option(
            names = "--cluster-before",
            paramLabel = "SIGN",
            description = "Topics that share what stands before this sign are one cluster for intervals and tests.")
    private String separator = "";

    @Option(names = "--per-topic", description = "Also print each topic's values.")
    private boolean perTopic;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    MeasureRetrievalCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (cutoff < 1 || cutoff > MOST_CUTOFF) {
            throw new BadInputException("--k " + cutoff + " is no cutoff; choose one from 1 to " + MOST_CUTOFF + ".");
        }
        Qrels qrels = TrecFiles.qrels(judgements);
        List<RetrievalResult.OfRun> runs = new ArrayList<>();
        for (Path file : files) {
            runs.add(measure(qrels, file));
        }
        List<RetrievalResult.Compared> compared =
                runs.size() == 2 ? compare(runs.getFirst(), runs.getLast()) : List.of();
        RetrievalResult result =
                new RetrievalResult(qrels.topics().size(), treatment(), measures(), runs, compared, perTopic);
        surroundings.out().print(json ? result.json() : result.text());
        return 0;
    }

    private List<RankingMeasure> measures() {
        return List.of(
                new Ndcg(cutoff),
                new RecallAt(cutoff),
                new PrecisionAt(cutoff),
                new ReciprocalRank(),
                new AveragePrecision(),
                new SetF1());
    }

    private Missing treatment() {
        return onlyAnswered ? Missing.LEFT_OUT : Missing.COUNTS_ZERO;
    }

    private String cluster(String topic) {
        int end = separator.isEmpty() ? -1 : topic.indexOf(separator);
        return end < 0 ? topic : topic.substring(0, end);
    }

    private RetrievalResult.OfRun measure(Qrels qrels, Path file) {
        Run run = TrecFiles.run(file);
        Evaluation evaluation = Evaluation.of(qrels, run, treatment());
        if (evaluation.missing().size() == qrels.topics().size()) {
            throw new BadInputException("No topic of " + file + " is judged in " + judgements
                    + "; check that both use the same topic ids.");
        }
        List<RetrievalResult.Measured> measured = measures().stream()
                .map(measure -> {
                    Map<String, Double> values = evaluation.values(measure);
                    return new RetrievalResult.Measured(
                            measure,
                            values,
                            TopicMean.withDefaults().estimate(values, this::cluster, CHANCE.key(measure.name())));
                })
                .toList();
        return new RetrievalResult.OfRun(file.toString(), run.name(), evaluation, measured);
    }

    private List<RetrievalResult.Compared> compare(RetrievalResult.OfRun first, RetrievalResult.OfRun second) {
        List<RetrievalResult.Compared> compared = new ArrayList<>();
        for (int i = 0; i < first.measured().size(); i++) {
            Map<String, Double> one = new TreeMap<>(first.measured().get(i).values());
            Map<String, Double> other = new TreeMap<>(second.measured().get(i).values());
            one.keySet().retainAll(other.keySet());
            other.keySet().retainAll(one.keySet());
            if (one.isEmpty()) {
                throw new BadInputException(
                        "The two runs answer no topic in common; compare them without --only-answered.");
            }
            RankingMeasure measure = first.measured().get(i).measure();
            compared.add(new RetrievalResult.Compared(
                    measure,
                    PairedComparison.withDefaults().compare(one, other, this::cluster, CHANCE.key(measure.name()))));
        }
        return compared;
    }
}
