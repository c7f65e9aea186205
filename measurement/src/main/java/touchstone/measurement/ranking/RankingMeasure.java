package touchstone.measurement.ranking;

/**
 * A number from 0 (worst) to 1 (best) for one topic's ranking, with trec_eval's definition. A topic without any relevant
 * document has the value 0 for every measure, whatever was returned.
 */
public sealed interface RankingMeasure permits AveragePrecision, Ndcg, PrecisionAt, RecallAt, ReciprocalRank, SetF1 {

    /** The usual name, such as {@code ndcg@10}. */
    String name();

    /** One sentence for a reader who does not know the measure: what its number means. */
    String meaning();

    /** The value, 0 to 1. */
    double of(Judged judged);

    /** The value of a ranking under these judgements, 0 to 1. */
    default double of(Ranking ranking, Judgements judgements) {
        return of(Judged.of(ranking, judgements));
    }
}
