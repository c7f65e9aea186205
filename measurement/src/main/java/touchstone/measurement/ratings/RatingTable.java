package touchstone.measurement.ratings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Ratings of candidates, checked and compact: the rows of one candidate lie together, in an order that depends on the data
 * alone and not on the order in which they came. About 4 bytes a facet and 2 bytes a rating.
 */
public final class RatingTable {

    private final Scale scale;
    private final List<String> candidates;
    private final List<Facet> facets;
    private final int[] start;
    private final int[][] elements;
    private final byte[] steps;
    private final float @Nullable [] weights;

    RatingTable(
            Scale scale,
            List<String> candidates,
            List<Facet> facets,
            int[] start,
            int[][] elements,
            byte[] steps,
            float @Nullable [] weights) {
        this.scale = scale;
        this.candidates = List.copyOf(candidates);
        this.facets = List.copyOf(facets);
        this.start = start;
        this.elements = elements;
        this.steps = steps;
        this.weights = weights;
    }

    /** Starts a table; the names are those of the facets besides the candidate. */
    public static RatingTableBuilder builder(Scale scale, String... facets) {
        return new RatingTableBuilder(scale, List.of(facets));
    }

    /** The ratings that can be given. */
    public Scale scale() {
        return scale;
    }

    /** Those who are rated, in alphabetical order. */
    public List<String> candidates() {
        return candidates;
    }

    /** The other facets, in the order given. */
    public List<Facet> facets() {
        return facets;
    }

    /** The facet of that name. */
    public Optional<Facet> facet(String name) {
        return facets.stream().filter(facet -> facet.name().equals(name)).findFirst();
    }

    /** The position of the facet of that name in {@link #facets()}, or -1. */
    public int indexOf(String name) {
        for (int f = 0; f < facets.size(); f++) {
            if (facets.get(f).name().equals(name)) {
                return f;
            }
        }
        return -1;
    }

    /** Number of ratings. */
    public int size() {
        return steps.length;
    }

    /** First row of that candidate (position in {@link #candidates()}); at their number, the number of ratings. */
    public int firstRow(int candidate) {
        return start[candidate];
    }

    /** Position in {@link #candidates()} of the candidate of that row. */
    public int candidateOf(int row) {
        int found = Arrays.binarySearch(start, row);
        return found >= 0 ? found : -found - 2;
    }

    /** Position of that row's element in the facet's elements. */
    public int elementOf(int facet, int row) {
        return elements[facet][row];
    }

    /** The rating of that row, as it was given. */
    public int rating(int row) {
        return scale.lowest() + steps[row];
    }

    /** Steps above the lowest category, 0 to {@code scale().steps()}. */
    public int step(int row) {
        return steps[row];
    }

    /** Weight of that row, 1 unless it was given one. */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /**
     * The table of some rows; elements that are left without ratings drop out.
     *
     * @throws RatingsException when no row is left
     */
    public RatingTable filter(IntPredicate keeps) {
        RatingTableBuilder rows =
                new RatingTableBuilder(scale, facets.stream().map(Facet::name).toList());
        String[] names = new String[facets.size()];
        for (int n = 0; n < candidates.size(); n++) {
            for (int row = start[n]; row < start[n + 1]; row++) {
                if (keeps.test(row)) {
                    for (int f = 0; f < names.length; f++) {
                        names[f] = facets.get(f).elements().get(elements[f][row]);
                    }
                    rows.addWeighted(candidates.get(n), rating(row), weight(row), names);
                }
            }
        }
        return rows.build();
    }

    /** SHA-256 of scale, names and ratings; the same for the same ratings in any order. */
    public String digest() {
        MessageDigest hash = sha256();
        update(hash, scale + "\n");
        candidates.forEach(name -> update(hash, name + "\n"));
        for (Facet facet : facets) {
            update(hash, "facet " + facet.name() + "\n");
            facet.elements().forEach(name -> update(hash, name + "\n"));
        }
        hash.update(bytes(start, 0, start.length));
        int block = 1 << 14;
        for (int[] facet : elements) {
            for (int from = 0; from < facet.length; from += block) {
                hash.update(bytes(facet, from, Math.min(facet.length, from + block)));
            }
        }
        hash.update(steps);
        if (weights != null) {
            ByteBuffer buffer = ByteBuffer.allocate(4 * weights.length);
            buffer.asFloatBuffer().put(weights);
            hash.update(buffer.array());
        }
        return "sha256:" + HexFormat.of().formatHex(hash.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java has SHA-256", every);
        }
    }

    private static void update(MessageDigest hash, String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int[] values, int from, int to) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * (to - from));
        buffer.asIntBuffer().put(values, from, to - from);
        return buffer.array();
    }
}
