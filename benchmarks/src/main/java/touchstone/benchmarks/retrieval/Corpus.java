package touchstone.benchmarks.retrieval;

import java.util.List;
import java.util.Map;
import touchstone.measurement.ranking.Qrels;

/**
 * Documents, queries, and which document is relevant to which query.
 *
 * @param name short, for tables
 * @param documents each with a text that is not blank
 * @param queries those that have a relevant document
 * @param kinds what makes a query hard, by its id; empty where nobody said
 */
record Corpus(String name, List<Text> documents, List<Text> queries, Qrels qrels, Map<String, String> kinds) {

    /** A document or a query. */
    record Text(String id, String words) {}
}
