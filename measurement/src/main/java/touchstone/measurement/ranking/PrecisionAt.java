package touchstone.measurement.ranking;

/**
 * Precision at a cutoff k: relevant documents among the first k, divided by k, even when fewer than k were returned. Where
 * fewer than k are relevant it cannot reach 1. trec_eval's {@code P}.
 *
 * @param cutoff k, at least 1
 */
public record PrecisionAt(int cutoff) implements RankingMeasure {

    public PrecisionAt {
        Cutoff.check(cutoff);
    }

    @Override
    public String name() {
        return "precision@" + cutoff;
    }

    @Override
    public String meaning() {
        return "share of the first " + cutoff + " places that hold a relevant document";
    }

    @Override
    public double of(Judged judged) {
        return judged.relevant() == 0 ? 0 : (double) judged.relevantWithin(cutoff) / cutoff;
    }
}
