package touchstone.measurement.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Alpha-nDCG at a cutoff k: nDCG for questions whose answer has several pieces (nuggets). A document's gain is the sum over
 * its nuggets of {@code (1 - alpha)^seen}, where {@code seen} counts the documents above it that hold the same nugget; the
 * discount is log2(1 + rank). It is divided by the same sum for an ideal ranking. 0: no nugget among the first k, or none
 * exists. 1: as good as the ideal ranking. With alpha 0 repetition costs nothing; the closer to 1, the more it costs.
 *
 * <p>The ideal ranking is built greedily, the next document always being the one with the largest gain, ties by document id
 * descending; finding the true optimum is NP-hard. So a ranking can exceed 1 in rare cases. Source: C. L. A. Clarke and others, "Novelty and diversity in
 * information retrieval evaluation", SIGIR 2008, section 3; the tool ndeval of the TREC web tracks.
 *
 * @param alpha chance that a nugget seen once needs not be seen again, 0 to 1; 0.5 is usual
 * @param cutoff k, at least 1
 */
public record AlphaNdcg(double alpha, int cutoff) {

    public AlphaNdcg {
        Cutoff.check(cutoff);
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha lies between 0 and 1, got " + alpha);
        }
    }

    /** Alpha 0.5. */
    public static AlphaNdcg at(int cutoff) {
        return new AlphaNdcg(0.5, cutoff);
    }

    /** The value of a ranking, 0 to 1 but for the rare cases above. */
    public double of(Ranking ranking, Nuggets nuggets) {
        double ideal = gain(ideal(nuggets), nuggets);
        return ideal == 0 ? 0 : gain(ranking.documents(), nuggets) / ideal;
    }

    private double gain(List<String> documents, Nuggets nuggets) {
        Map<String, Integer> seen = new HashMap<>();
        double sum = 0;
        for (int rank = 1; rank <= Math.min(cutoff, documents.size()); rank++) {
            String document = documents.get(rank - 1);
            sum += novelty(document, nuggets, seen) / Ndcg.discount(rank);
            nuggets.of(document).forEach(nugget -> seen.merge(nugget, 1, Integer::sum));
        }
        return sum;
    }

    private List<String> ideal(Nuggets nuggets) {
        List<String> left = new ArrayList<>(nuggets.held().keySet());
        left.sort(Comparator.reverseOrder());
        Map<String, Integer> seen = new HashMap<>();
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < cutoff && !left.isEmpty()) {
            String best = left.getFirst();
            double most = -1;
            for (String document : left) {
                double gain = novelty(document, nuggets, seen);
                if (gain > most) {
                    best = document;
                    most = gain;
                }
            }
            chosen.add(best);
            left.remove(best);
            nuggets.of(best).forEach(nugget -> seen.merge(nugget, 1, Integer::sum));
        }
        return chosen;
    }

    private double novelty(String document, Nuggets nuggets, Map<String, Integer> seen) {
        double gain = 0;
        for (String nugget : nuggets.of(document)) {
            gain += Math.pow(1 - alpha, seen.getOrDefault(nugget, 0));
        }
        return gain;
    }
}
