package touchstone.benchmarks.retrieval;

import touchstone.measurement.ranking.Ranking;

/** Finds documents for a query. */
interface Retriever {

    /** The best documents, at most {@code count}. */
    Ranking search(String query, int count);
}
