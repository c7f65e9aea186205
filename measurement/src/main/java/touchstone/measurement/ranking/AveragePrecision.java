package touchstone.measurement.ranking;

/**
 * Average precision: the precision at the rank of each relevant document that was returned, summed and divided by the number
 * of all relevant documents. Its mean over topics is MAP. trec_eval's {@code map}. Source: C. Buckley and E. M. Voorhees,
 * "Retrieval system evaluation", in "TREC: Experiment and Evaluation in Information Retrieval", MIT Press 2005, chapter 3.
 */
public record AveragePrecision() implements RankingMeasure {

    @Override
    public String name() {
        return "map";
    }

    @Override
    public String meaning() {
        return "precision at every relevant document's rank, averaged over all relevant documents, found or not";
    }

    @Override
    public double of(Judged judged) {
        double sum = 0;
        int found = 0;
        for (int rank = 1; rank <= judged.returned(); rank++) {
            if (judged.grade(rank) > 0) {
                found++;
                sum += (double) found / rank;
            }
        }
        return judged.relevant() == 0 ? 0 : sum / judged.relevant();
    }
}
