package touchstone.measurement.ratings.bias;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.Posterior;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingsException;

/**
 * Compares how each interviewer rates the groups that candidates declared, all else equal: {@link BiasTest} by maximum
 * posterior with the usual allowance for pairings, each group against the one with most rated people.
 *
 * <p>Small cells are left out: a group with fewer than {@value #FEWEST_PEOPLE} rated people is not compared, an interviewer
 * with fewer than that, or fewer than {@value #FEWEST_RATINGS} ratings, in either group is only counted. The probabilities
 * are adjusted for all interviewers tested and for all groups compared.
 *
 * <p>A difference comes out too small where few others rated the same people, because the candidates' measures take a part of
 * it: about half of it with two interviewers for each candidate, a third with four. These are leads to look into, and no
 * evidence for or against a person.
 */
public final class InterviewerBias {

    /** Fewest people of a cell that is shown. */
    public static final int FEWEST_PEOPLE = 5;

    /** Fewest ratings of a cell that is shown. */
    public static final int FEWEST_RATINGS = 10;

    private final RatingTable table;
    private final int interviewer;
    private final Map<String, String> groupOf;
    private final Function<String, String> person;

    private InterviewerBias(RatingTable table, Map<String, String> groupOf, Function<String, String> person) {
        this.table = table;
        this.interviewer = table.indexOf(Facet.INTERVIEWER);
        this.groupOf = groupOf;
        this.person = person;
        if (interviewer < 0) {
            throw new RatingsException("the ratings have no facet " + Facet.INTERVIEWER);
        }
    }

    /**
     * Compares each group with the largest.
     *
     * @param groupOf label of each candidate who gave one
     * @param person who a candidate of the table is, when somebody may stand in it several times
     * @return by label; none where fewer than two groups have enough people
     * @throws RatingsException when there is no facet of interviewers
     */
    public static List<InterviewerComparison> of(
            RatingTable table, Map<String, String> groupOf, Function<String, String> person) {
        return new InterviewerBias(table, groupOf, person).compare();
    }

    private List<InterviewerComparison> compare() {
        Map<String, Set<String>> people = new TreeMap<>();
        for (String candidate : table.candidates()) {
            String group = groupOf.get(candidate);
            if (group != null) {
                people.computeIfAbsent(group, _ -> new HashSet<>()).add(person.apply(candidate));
            }
        }
        List<String> enough = people.keySet().stream()
                .filter(group -> people.getOrDefault(group, Set.of()).size() >= FEWEST_PEOPLE)
                .toList();
        if (enough.size() < 2) {
            return List.of();
        }
        String reference = enough.stream()
                .max(Comparator.comparingInt((String group) ->
                                people.getOrDefault(group, Set.of()).size())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        List<InterviewerComparison> all = new ArrayList<>();
        people.forEach((group, those) -> {
            if (!enough.contains(group)) {
                all.add(new InterviewerComparison.Insufficient(group));
            } else if (!group.equals(reference)) {
                all.add(compared(
                        new Groups(groupOf, group, reference),
                        those.size(),
                        people.getOrDefault(reference, Set.of()).size(),
                        enough.size() - 1));
            }
        });
        return List.copyOf(all);
    }

    private InterviewerComparison compared(Groups groups, int people, int referencePeople, int comparisons) {
        BiasReport report = BiasTest.withDefaults()
                .withMaximumPosterior()
                .withPairing(Posterior.USUAL_PAIRING)
                .among(comparisons)
                .byGroup(table, Facet.INTERVIEWER, groups);
        List<BiasTerm> shown =
                report.purified().stream().filter(term -> told(term, groups)).toList();
        return new InterviewerComparison.Compared(
                groups.focal(),
                groups.reference(),
                people,
                referencePeople,
                shown,
                table.facets().get(interviewer).elements().size() - shown.size(),
                report.provenance());
    }

    private boolean told(BiasTerm term, Groups groups) {
        Set<String> focal = new HashSet<>();
        Set<String> reference = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            int element = table.elementOf(interviewer, row);
            if (table.facets().get(interviewer).elements().get(element).equals(term.element())) {
                String candidate = table.candidates().get(table.candidateOf(row));
                if (groups.isFocal(candidate)) {
                    focal.add(person.apply(candidate));
                } else if (groups.isReference(candidate)) {
                    reference.add(person.apply(candidate));
                }
            }
        }
        return Math.min(focal.size(), reference.size()) >= FEWEST_PEOPLE
                && Math.min(term.focal().ratings(), term.reference().ratings()) >= FEWEST_RATINGS;
    }
}
