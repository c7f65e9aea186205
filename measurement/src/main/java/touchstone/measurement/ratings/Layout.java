package touchstone.measurement.ratings;

import java.util.Arrays;

/**
 * Where each parameter besides the candidates' stands in one vector: the elements facet by facet, then the thresholds group
 * by group.
 */
final class Layout {

    /** More parameters than this would need matrices of several hundred megabytes. */
    static final int MOST = 4_000;

    final int[] offset;
    final int thresholds;
    final int steps;
    final int groups;
    final int groupFacet;
    final int size;

    private Layout(int[] offset, int thresholds, int steps, int groups, int groupFacet) {
        this.offset = offset;
        this.thresholds = thresholds;
        this.steps = steps;
        this.groups = groups;
        this.groupFacet = groupFacet;
        this.size = thresholds + groups * steps;
    }

    static Layout of(RatingTable table, Model model) {
        int[] offset = new int[table.facets().size()];
        int next = 0;
        for (int f = 0; f < offset.length; f++) {
            offset[f] = next;
            next += table.facets().get(f).elements().size();
        }
        int groupFacet = switch (model) {
            case Model.RatingScale _ -> -1;
            case Model.PartialCredit credit -> table.indexOf(credit.facet());
        };
        if (groupFacet < 0 && model instanceof Model.PartialCredit credit) {
            throw new RatingsException("partial credit by " + credit.facet() + ", which is no facet of the ratings");
        }
        int groups =
                groupFacet < 0 ? 1 : table.facets().get(groupFacet).elements().size();
        Layout layout = new Layout(offset, next, table.scale().steps(), groups, groupFacet);
        if (layout.size > MOST) {
            throw new RatingsException(
                    "the ratings have " + layout.size + " interviewers, dimensions, thresholds and so on;" + " at most "
                            + MOST + " can be estimated together");
        }
        return layout;
    }

    int group(RatingTable table, int row) {
        return groupFacet < 0 ? 0 : table.elementOf(groupFacet, row);
    }

    int threshold(int group) {
        return thresholds + group * steps;
    }

    /** Sum of severities and difficulties of a row. */
    double severity(RatingTable table, int row, double[] rest) {
        double sum = 0;
        for (int f = 0; f < offset.length; f++) {
            sum += rest[offset[f] + table.elementOf(f, row)];
        }
        return sum;
    }

    /** For each group T_0 = 0, T_k = tau_1 + ... + tau_k; K + 1 numbers a group. */
    double[] cumulative(double[] rest) {
        double[] result = new double[groups * (steps + 1)];
        for (int g = 0; g < groups; g++) {
            for (int h = 1; h <= steps; h++) {
                int at = g * (steps + 1) + h;
                result[at] = result[at - 1] + rest[threshold(g) + h - 1];
            }
        }
        return result;
    }

    double[] thresholds(double[] rest, int group) {
        return Arrays.copyOfRange(rest, threshold(group), threshold(group) + steps);
    }
}
