package touchstone.measurement.ratings;

import java.util.Arrays;

/**
 * Which of the other parameters each candidate's ratings touch; computed once, since it does not change while the parameters
 * move. Also how the candidates are cut into chunks: by the data alone, so that sums do not depend on the number of threads.
 */
final class Pattern {

    private static final int CHUNK = 1 << 15;
    private static final int MOST_CHUNKS = 16;

    /** Candidate n touches {@code index[start[n]] .. index[start[n + 1] - 1]}, ascending. */
    final int[] start;

    final int[] index;
    /** {@code [facet][row]}: position of the row's element in its candidate's part of {@link #index}. */
    final int[][] local;
    /** {@code [row]}: position of the row's first threshold there. */
    final int[] localThreshold;
    /** Chunk c is the candidates from {@code chunk[c]} to before {@code chunk[c + 1]}. */
    final int[] chunk;

    private Pattern(int[] start, int[] index, int[][] local, int[] localThreshold, int[] chunk) {
        this.start = start;
        this.index = index;
        this.local = local;
        this.localThreshold = localThreshold;
        this.chunk = chunk;
    }

    static Pattern of(RatingTable table, Layout layout) {
        int candidates = table.candidates().size();
        int facets = layout.offset.length;
        int[] start = new int[candidates + 1];
        int[] index = new int[Math.max(16, table.size())];
        int[][] local = new int[facets][table.size()];
        int[] localThreshold = new int[table.size()];
        int[] place = new int[layout.size];
        int[] stamp = new int[layout.size];
        int next = 0;
        for (int n = 0; n < candidates; n++) {
            int from = next;
            for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                if (index.length < next + facets + layout.steps) {
                    index = Arrays.copyOf(index, index.length + (index.length >> 1) + layout.size);
                }
                for (int f = 0; f < facets; f++) {
                    next = touch(layout.offset[f] + table.elementOf(f, row), n, stamp, index, next);
                }
                int first = layout.threshold(layout.group(table, row));
                for (int h = 0; h < layout.steps; h++) {
                    next = touch(first + h, n, stamp, index, next);
                }
            }
            Arrays.sort(index, from, next);
            for (int i = from; i < next; i++) {
                place[index[i]] = i - from;
            }
            for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                for (int f = 0; f < facets; f++) {
                    local[f][row] = place[layout.offset[f] + table.elementOf(f, row)];
                }
                localThreshold[row] = place[layout.threshold(layout.group(table, row))];
            }
            start[n + 1] = next;
        }
        return new Pattern(start, Arrays.copyOf(index, next), local, localThreshold, chunks(table));
    }

    private static int touch(int parameter, int candidate, int[] stamp, int[] index, int next) {
        if (stamp[parameter] == candidate + 1) {
            return next;
        }
        stamp[parameter] = candidate + 1;
        index[next] = parameter;
        return next + 1;
    }

    private static int[] chunks(RatingTable table) {
        int count = Math.clamp(table.size() / CHUNK, 1, MOST_CHUNKS);
        int[] chunk = new int[count + 1];
        int candidate = 0;
        for (int c = 1; c < count; c++) {
            long upTo = (long) table.size() * c / count;
            while (table.firstRow(candidate) < upTo) {
                candidate++;
            }
            chunk[c] = candidate;
        }
        chunk[count] = table.candidates().size();
        return chunk;
    }

    int chunks() {
        return chunk.length - 1;
    }

    /** Most parameters that one candidate touches. */
    int widest() {
        int most = 0;
        for (int n = 0; n + 1 < start.length; n++) {
            most = Math.max(most, start[n + 1] - start[n]);
        }
        return most;
    }
}
