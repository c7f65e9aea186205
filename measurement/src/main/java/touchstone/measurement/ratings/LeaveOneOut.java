package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How much a result hangs on single interviewers: everything is fitted again without each of them, beginning at the fit with
 * all.
 */
public final class LeaveOneOut {

    /**
     * What would be known of a candidate if one interviewer had not taken part.
     *
     * @param interviewer who is left out, with all that they rated
     * @param fairScore empty when nobody else rated the candidate
     * @param probability that the fair score is at least the bar; empty likewise
     */
    public record WithoutInterviewer(String interviewer, Optional<FairScore> fairScore, OptionalDouble probability) {}

    /** Fits of tables up to this size are kept for the next candidate. */
    private static final int MOST_KEPT = 10_000;

    private final Posterior posterior;
    private final int interviewer;
    private final ConcurrentMap<Integer, Posterior> refits = new ConcurrentHashMap<>();

    private LeaveOneOut(Posterior posterior, int interviewer) {
        this.posterior = posterior;
        this.interviewer = interviewer;
    }

    /**
     * Of a posterior, with its settings.
     *
     * @throws RatingsException when the ratings have no facet {@link Facet#INTERVIEWER}
     */
    public static LeaveOneOut of(Posterior posterior) {
        return new LeaveOneOut(posterior, Interviewers.facet(posterior.fit().table()));
    }

    /**
     * A candidate's result without each of their interviewers, in alphabetical order.
     *
     * @param bar in the units of the scale
     */
    public List<WithoutInterviewer> of(String candidate, double bar) {
        RatingTable table = posterior.fit().table();
        boolean fits = table.size() <= MOST_KEPT;
        int n = posterior.index(candidate);
        SortedSet<Integer> those = Interviewers.of(table, interviewer, n);
        List<WithoutInterviewer> result = new ArrayList<>();
        for (int j : those) {
            String name = table.facets().get(interviewer).elements().get(j);
            if (those.size() == 1) {
                result.add(new WithoutInterviewer(name, Optional.empty(), OptionalDouble.empty()));
                continue;
            }
            Posterior without = fits ? refits.computeIfAbsent(j, this::without) : without(j);
            double[] drawn = without.drawn(candidate);
            result.add(new WithoutInterviewer(
                    name,
                    Optional.of(without.fairScore(candidate, drawn)),
                    OptionalDouble.of(without.probabilityAtLeast(drawn, bar))));
        }
        return List.copyOf(result);
    }

    private Posterior without(int j) {
        Fit fit = posterior.fit();
        RatingTable table = fit.table();
        String name = table.facets().get(interviewer).elements().get(j);
        return posterior.on(fit.basis()
                .estimator()
                .refit(fit, row -> table.elementOf(interviewer, row) != j, "interviewer " + name));
    }
}
