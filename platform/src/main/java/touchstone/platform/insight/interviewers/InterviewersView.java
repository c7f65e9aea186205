package touchstone.platform.insight.interviewers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.platform.debrief.FairScore;

/** The page of interviewers: nothing yet, groups that never met, or figures. */
public sealed interface InterviewersView {

    /** Too little to say anything. */
    record TooFew(int ratings, int interviewers) implements InterviewersView {}

    /**
     * Figures of each group of interviewers who met in a chain; severities of different groups cannot be compared.
     *
     * @param bridges interviews that would join two groups; empty for one group
     */
    record Measured(List<Group> groups, List<FairScore.Bridge> bridges) implements InterviewersView {
        public Measured {
            groups = List.copyOf(groups);
            bridges = List.copyOf(bridges);
        }
    }

    /**
     * One group.
     *
     * @param rows the most severe first
     * @param scale widest severity to be drawn, in logits, at least 1
     */
    record Group(List<Row> rows, double scale, Basis basis) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** What the figures rest on, and how much severities differ for sure. */
    record Basis(
            Map<String, String> settings,
            String digest,
            int ratings,
            Optional<Double> reliability,
            List<String> notes) {}

    /**
     * One interviewer.
     *
     * @param average the rating that this interviewer would give to an average candidate, 1 to 5
     * @param infit mean square, 1 expected; below .5 too predictable, above 1.5 noisy
     */
    record Row(
            String name,
            int ratings,
            Severity severity,
            double average,
            double infit,
            double outfit,
            Standing standing) {}

    /** In logits, 0 is the group's average, with a 95 % interval. */
    record Severity(double value, double low, double high) {}

    /** What may be said, given the number of ratings. */
    enum Standing {
        /** Under 10 ratings nothing is said. */
        TOO_FEW,
        /** Under 30 ratings it may change. */
        PROVISIONAL,
        CONSISTENT,
        NOISY,
        TOO_PREDICTABLE
    }
}
