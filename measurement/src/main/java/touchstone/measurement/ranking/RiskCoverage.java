package touchstone.measurement.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Risk against coverage of a system that may stay silent: if it answers only where its confidence is at least a threshold,
 * which share of the questions does it answer (coverage), and what is the mean loss of those answers (selective risk)?
 *
 * <p>AURC is the mean, over k of 1 to n, of the selective risk of the k most confident answers: 0 is perfect; a confidence
 * that knows nothing gives the plain mean loss. The excess is AURC minus that of the best possible order of the same losses;
 * it judges the confidence alone, 0 being perfect. Answers of equal confidence enter the curve together; for AURC each order
 * among them is equally likely, which is its expected value. Sources: Y. Geifman and R. El-Yaniv, "Selective classification
 * for deep neural networks", NeurIPS 2017; Y. Geifman, G. Uziel and R. El-Yaniv, "Bias-reduced uncertainty estimation for deep
 * neural classifiers", ICLR 2019 (AURC and its excess).
 *
 * @param points one for each distinct confidence, coverage ascending; the last covers all
 * @param aurc area under the curve, in units of the loss
 * @param excess AURC minus the least that these losses allow, 0 or more
 */
public record RiskCoverage(List<Point> points, double aurc, double excess) {

    public RiskCoverage {
        points = List.copyOf(points);
    }

    /**
     * One question.
     *
     * @param confidence finite; higher is surer; only the order counts
     * @param loss of the answer, finite and at least 0; 0 for right and 1 for wrong, or how much it costs
     */
    public record Answered(double confidence, double loss) {

        public Answered {
            if (!Double.isFinite(confidence) || !Double.isFinite(loss) || loss < 0) {
                throw new IllegalArgumentException(
                        "need a finite confidence and a loss of at least 0, got " + confidence + " and " + loss);
            }
        }
    }

    /**
     * What answering from this confidence on gives.
     *
     * @param threshold least confidence that is answered
     * @param coverage share of questions answered, above 0, at most 1
     * @param risk mean loss of those answers
     */
    public record Point(double threshold, double coverage, double risk) {}

    /**
     * The curve.
     *
     * @param answers at least one
     * @throws IllegalArgumentException when there is none
     */
    public static RiskCoverage of(List<Answered> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("risk and coverage need at least one question");
        }
        List<Answered> sorted = new ArrayList<>(answers);
        sorted.sort(Comparator.comparingDouble(Answered::confidence).reversed());
        int size = sorted.size();
        List<Point> points = new ArrayList<>();
        double lossAbove = 0;
        double risks = 0;
        for (int start = 0; start < size; ) {
            double threshold = sorted.get(start).confidence();
            int end = start;
            double loss = 0;
            while (end < size && sorted.get(end).confidence() == threshold) {
                loss += sorted.get(end++).loss();
            }
            for (int covered = start + 1; covered <= end; covered++) {
                risks += (lossAbove + loss * (covered - start) / (end - start)) / covered;
            }
            lossAbove += loss;
            points.add(new Point(threshold, (double) end / size, lossAbove / end));
            start = end;
        }
        double aurc = risks / size;
        return new RiskCoverage(points, aurc, Math.max(0, aurc - best(answers)));
    }

    /** AURC when the smallest losses are the surest. */
    private static double best(List<Answered> answers) {
        double[] losses = answers.stream().mapToDouble(Answered::loss).sorted().toArray();
        double sum = 0;
        double risks = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += losses[i];
            risks += sum / (i + 1);
        }
        return risks / losses.length;
    }
}
