package touchstone.measurement.ranking;

/**
 * 1 divided by the rank of the first relevant document; 0 when none was returned. Its mean over topics is MRR. trec_eval's
 * {@code recip_rank}: there is no cutoff, so that a relevant document at rank 1,000 counts 0.001. Source: E. M. Voorhees, "The
 * TREC-8 question answering track report", TREC 1999.
 */
public record ReciprocalRank() implements RankingMeasure {

    @Override
    public String name() {
        return "mrr";
    }

    @Override
    public String meaning() {
        return "1 divided by the rank of the first relevant result: 0.5 when it stands second";
    }

    @Override
    public double of(Judged judged) {
        for (int rank = 1; rank <= judged.returned(); rank++) {
            if (judged.grade(rank) > 0) {
                return 1.0 / rank;
            }
        }
        return 0;
    }
}
