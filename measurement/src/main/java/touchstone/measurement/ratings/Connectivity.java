package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tests whether the ratings determine every comparison of candidates: by the rank of the additive design, which is exact, and
 * not by looking for common elements, which calls a design linked whenever its parts share the dimensions.
 *
 * <p>Source: H. D. Patterson and E. R. Williams, Biometrika 63 (1976), 83-92, and J. A. Eccleston and A. Hedayat, Annals of
 * Statistics 2 (1974), 1238-1255, on connectedness of additive designs.
 */
public final class Connectivity {

    private final RatingTable table;
    private final NullSpace space;
    private final int interviewer;

    private Connectivity(RatingTable table) {
        this.table = table;
        this.space = NullSpace.of(table);
        this.interviewer = table.indexOf(Facet.INTERVIEWER);
    }

    /** Tests. */
    public static Design check(RatingTable table) {
        return new Connectivity(table).design();
    }

    private Design design() {
        int columns = table.candidates().size();
        for (Facet facet : table.facets()) {
            columns += facet.elements().size();
        }
        int rank = table.candidates().size() + space.rank();
        int defect = space.defect();
        List<List<Integer>> groups = groups();
        if (groups.size() == 1) {
            return new Design.Connected(rank, columns, confounded());
        }
        List<Design.Block> blocks = groups.stream().map(this::block).toList();
        return new Design.Disconnected(rank, columns, defect, blocks, bridges(groups));
    }

    private long value(int candidate) {
        return space.value(space.elements(table.firstRow(candidate)));
    }

    /** Candidates that can be compared; largest group first, then by the first name. */
    private List<List<Integer>> groups() {
        Map<Long, List<Integer>> byValue = new TreeMap<>();
        for (int n = 0; n < table.candidates().size(); n++) {
            byValue.computeIfAbsent(value(n), _ -> new ArrayList<>()).add(n);
        }
        return byValue.values().stream()
                .sorted(Comparator.comparingInt((List<Integer> group) -> -group.size())
                        .thenComparing(List::getFirst))
                .toList();
    }

    private List<String> confounded() {
        List<String> result = new ArrayList<>();
        int from = 0;
        for (Facet facet : table.facets()) {
            for (int e = 1; e < facet.elements().size(); e++) {
                if (space.value(from + e) != space.value(from)) {
                    result.add(facet.name());
                    break;
                }
            }
            from += facet.elements().size();
        }
        return result;
    }

    private Design.Block block(List<Integer> group) {
        TreeSet<String> interviewers = new TreeSet<>();
        for (int n : group) {
            for (int row = table.firstRow(n); row < table.firstRow(n + 1) && interviewer >= 0; row++) {
                interviewers.add(table.facets().get(interviewer).elements().get(table.elementOf(interviewer, row)));
            }
        }
        return new Design.Block(group.stream().map(table.candidates()::get).toList(), List.copyOf(interviewers));
    }

    /**
     * One interview for each link that is missing: the best measured candidate of a later group meets the interviewer of an
     * earlier one with most ratings, on what that interviewer usually rates.
     */
    private List<Design.Bridge> bridges(List<List<Integer>> groups) {
        List<Design.Bridge> bridges = new ArrayList<>();
        if (interviewer < 0) {
            return bridges;
        }
        int[] ratings = new int[table.facets().get(interviewer).elements().size()];
        int[] example = new int[ratings.length];
        for (int row = table.size() - 1; row >= 0; row--) {
            ratings[table.elementOf(interviewer, row)]++;
            example[table.elementOf(interviewer, row)] = row;
        }
        List<Integer> known = new ArrayList<>(groups.getFirst());
        for (List<Integer> group : groups.subList(1, groups.size())) {
            int candidate = group.stream()
                    .max(Comparator.comparingInt((Integer n) -> table.firstRow(n + 1) - table.firstRow(n))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            if (value(candidate) != value(known.getFirst())) {
                bridge(known, candidate, ratings, example).ifPresent(bridges::add);
            }
            known.addAll(group);
        }
        return bridges;
    }

    private java.util.Optional<Design.Bridge> bridge(List<Integer> known, int candidate, int[] ratings, int[] example) {
        TreeSet<Integer> those = new TreeSet<>(
                Comparator.comparingInt((Integer j) -> -ratings[j]).thenComparing(Comparator.naturalOrder()));
        known.forEach(n -> those.addAll(Interviewers.of(table, interviewer, n)));
        for (int j : those) {
            if (space.add(space.elements(example[j]), space.elements(table.firstRow(candidate)))) {
                return java.util.Optional.of(new Design.Bridge(
                        table.candidates().get(candidate),
                        table.facets().get(interviewer).elements().get(j)));
            }
        }
        return java.util.Optional.empty();
    }
}
