package touchstone.measurement.ratings;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Categories of the scale that no rating used. */
final class Unused {

    private Unused() {}

    static boolean[] used(RatingTable table) {
        boolean[] used = new boolean[table.scale().steps() + 1];
        for (int row = 0; row < table.size(); row++) {
            used[table.step(row)] = true;
        }
        return used;
    }

    /** A sentence that names them. */
    static Optional<String> categories(RatingTable table) {
        boolean[] used = used(table);
        String unused = IntStream.range(0, used.length)
                .filter(k -> !used[k])
                .mapToObj(k -> Integer.toString(table.scale().lowest() + k))
                .collect(Collectors.joining(", "));
        return unused.isEmpty()
                ? Optional.empty()
                : Optional.of("nobody gave the rating " + unused + "; its thresholds rest on the prior alone");
    }

    /**
     * The table with used categories numbered anew from the lowest.
     *
     * @throws RatingsException when all ratings are equal
     */
    static RatingTable joined(RatingTable table) {
        boolean[] used = used(table);
        int[] place = new int[used.length];
        int next = 0;
        for (int k = 0; k < used.length; k++) {
            place[k] = next;
            next += used[k] ? 1 : 0;
        }
        if (next == used.length) {
            return table;
        }
        if (next == 1) {
            throw new RatingsException("all ratings are " + table.rating(0)
                    + ": nothing can be told apart, except by the maximum posterior");
        }
        RatingTableBuilder rows = RatingTable.builder(
                new Scale(table.scale().lowest(), table.scale().lowest() + next - 1),
                table.facets().stream().map(Facet::name).toArray(String[]::new));
        String[] names = new String[table.facets().size()];
        for (int n = 0; n < table.candidates().size(); n++) {
            for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                for (int f = 0; f < names.length; f++) {
                    names[f] = table.facets().get(f).elements().get(table.elementOf(f, row));
                }
                rows.addWeighted(
                        table.candidates().get(n),
                        table.scale().lowest() + place[table.step(row)],
                        table.weight(row),
                        names);
            }
        }
        return rows.build();
    }
}
