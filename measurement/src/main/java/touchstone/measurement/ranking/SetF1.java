package touchstone.measurement.ranking;

/**
 * F1 of everything that was returned, whatever its rank: the harmonic mean of precision and recall,
 * {@code 2 found / (returned + relevant)}. For answers that are sets. 0 when nothing relevant was returned, also when nothing
 * is relevant and nothing was returned. trec_eval's {@code set_F}. Source: C. J. van Rijsbergen, "Information Retrieval",
 * Butterworths 1979, chapter 7.
 */
public record SetF1() implements RankingMeasure {

    @Override
    public String name() {
        return "set-f1";
    }

    @Override
    public String meaning() {
        return "everything returned as one set: high only when it is both complete and clean";
    }

    @Override
    public double of(Judged judged) {
        int found = judged.relevantWithin(judged.returned());
        return found == 0 ? 0 : 2.0 * found / (judged.returned() + judged.relevant());
    }
}
