package touchstone.measurement.ranking;

/**
 * Normalised discounted cumulative gain at a cutoff k: the sum over ranks i of 1 to k of {@code gain(i) / log2(i + 1)},
 * divided by the same sum for the best possible ranking. 1 when the first k ranks are as good as they can be, 0 when they
 * hold nothing relevant or nothing relevant exists.
 *
 * <p>The gain is the grade itself, as in trec_eval's {@code ndcg_cut}. Some tools use {@code 2^grade - 1} instead; judge with
 * that number as the grade to have theirs. Source: K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR
 * techniques", ACM TOIS 20 (2002), 422-446, with the discount of C. Burges and others, "Learning to rank using gradient
 * descent", ICML 2005.
 *
 * @param cutoff k, at least 1
 */
public record Ndcg(int cutoff) implements RankingMeasure {

    public Ndcg {
        Cutoff.check(cutoff);
    }

    @Override
    public String name() {
        return "ndcg@" + cutoff;
    }

    @Override
    public String meaning() {
        return "how near the first " + cutoff + " results come to the best possible order, grades and ranks counted";
    }

    @Override
    public double of(Judged judged) {
        double gain = 0;
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(cutoff, judged.returned()); rank++) {
            gain += Math.max(0, judged.grade(rank)) / discount(rank);
        }
        for (int rank = 1; rank <= Math.min(cutoff, judged.relevant()); rank++) {
            ideal += judged.idealGrade(rank) / discount(rank);
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    /** log2(1 + rank). */
    static double discount(int rank) {
        return Math.log(rank + 1.0) / Math.log(2);
    }
}
