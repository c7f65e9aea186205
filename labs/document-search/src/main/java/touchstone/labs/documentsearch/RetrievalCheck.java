package touchstone.labs.documentsearch;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import touchstone.labs.documentsearch.Evidence.Searched;
import touchstone.labs.documentsearch.Truth.Passage;
import touchstone.measurement.ranking.Judged;
import touchstone.measurement.ranking.Judgements;
import touchstone.measurement.ranking.Ndcg;
import touchstone.measurement.ranking.Ranking;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** The documents that hold the evidence stand on top. */
final class RetrievalCheck implements Check {

    private static final Ndcg NDCG = new Ndcg(Evidence.RESULTS);
    private static final double GOOD = 0.6;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "retrieval",
                "Finds the documents that hold the evidence",
                "rag-design",
                "mean nDCG@10",
                14,
                Criterion.Kind.EXACT,
                false,
                "Searches by words and by meaning, joins both, and looks into every part of a document.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        double recall = 0;
        List<Searched> searches = evidence.searches(searched -> searched.is(Sort.SEARCH));
        for (Searched searched : searches) {
            Truth truth = searched.truth();
            double gain = ndcg(truth, searched.documents());
            recall += recall(truth, searched.documents());
            tally.amount(searched.id(), gain, 1);
            tally.example(
                    searched.id(),
                    gain >= GOOD,
                    "\"" + Words.clipped(truth.text(), 120) + "\" (" + truth.kind() + "): nDCG@10 "
                            + Words.decimal(gain)
                            + (searched.reply().isEmpty() ? "; there was no reply that keeps the contract." : "."),
                    List.of());
        }
        return tally.measure(
                this,
                "nDCG@10 was " + Words.decimal(tally.value()) + " over " + searches.size() + " searches, and "
                        + Words.percent(searches.isEmpty() ? 0 : recall / searches.size())
                        + " of the evidence stood in the first ten results." + faults(searches));
    }

    /** Gain 3 for a document that states a fact that is needed, 1 for one that only states an outdated one. */
    static double ndcg(Truth truth, List<String> documents) {
        Map<String, Integer> grades = truth.passages().stream()
                .collect(Collectors.toMap(
                        Passage::document, passage -> passage.outdated() ? Truth.OUTDATED : Truth.CURRENT, Math::max));
        return NDCG.of(Judged.of(new Ranking(documents), Judgements.of(grades)));
    }

    /** Share of the facts needed that the first ten documents state. */
    static double recall(Truth truth, List<String> documents) {
        Set<String> found = new HashSet<>();
        truth.current().stream()
                .filter(passage -> documents.contains(passage.document()))
                .forEach(passage -> found.add(passage.fact()));
        return truth.facts().isEmpty()
                ? 0
                : (double) found.size() / truth.facts().size();
    }

    private static String faults(List<Searched> searches) {
        long silent =
                searches.stream().filter(searched -> searched.reply().isEmpty()).count();
        long unknown = searches.stream()
                .flatMap(searched -> searched.reply().stream())
                .mapToInt(SearchReply::unknown)
                .sum();
        long duplicates = searches.stream()
                .flatMap(searched -> searched.reply().stream())
                .mapToInt(SearchReply::duplicates)
                .sum();
        long unsorted = searches.stream()
                .flatMap(searched -> searched.reply().stream())
                .filter(SearchReply::unsorted)
                .count();
        return (silent == 0
                        ? ""
                        : " " + Words.count(silent, "search", "searches") + " got no reply that keeps the contract.")
                + (unknown == 0 ? "" : " " + Words.count(unknown, "result") + " named unknown documents.")
                + (duplicates == 0 ? "" : " " + Words.count(duplicates, "result") + " repeated a document.")
                + (unsorted == 0
                        ? ""
                        : " In " + Words.count(unsorted, "reply", "replies")
                                + " a score was higher than the one before it.");
    }
}
