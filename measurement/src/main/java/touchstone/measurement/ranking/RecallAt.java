package touchstone.measurement.ranking;

/**
 * Recall at a cutoff k: relevant documents among the first k, divided by all relevant documents. Where more than k are
 * relevant it cannot reach 1. trec_eval's {@code recall}.
 *
 * @param cutoff k, at least 1
 */
public record RecallAt(int cutoff) implements RankingMeasure {

    public RecallAt {
        Cutoff.check(cutoff);
    }

    @Override
    public String name() {
        return "recall@" + cutoff;
    }

    @Override
    public String meaning() {
        return "share of all relevant documents that the first " + cutoff + " results hold";
    }

    @Override
    public double of(Judged judged) {
        return judged.relevant() == 0 ? 0 : (double) judged.relevantWithin(cutoff) / judged.relevant();
    }
}
