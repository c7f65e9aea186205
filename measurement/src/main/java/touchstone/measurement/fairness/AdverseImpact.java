package touchstone.measurement.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import touchstone.measurement.fairness.Comparison.Compared;
import touchstone.measurement.fairness.Comparison.Insufficient;
import touchstone.measurement.fairness.Comparison.Tests;
import touchstone.measurement.fairness.Comparison.Verdict;

/**
 * Selection rates of groups beside the group with the highest rate.
 *
 * <p>Groups below the smallest cell are neither compared nor a reference, and groups below the smallest share of all candidates
 * are no reference. Sources: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4; for the state
 * "too few to tell" the Guidelines' Questions and Answers 21.
 */
public final class AdverseImpact {

    private final int smallestCell;
    private final double smallestShare;
    private final double confidence;

    private AdverseImpact(int smallestCell, double smallestShare, double confidence) {
        this.smallestCell = smallestCell;
        this.smallestShare = smallestShare;
        this.confidence = confidence;
    }

    /**
     * One group of the result.
     *
     * @param shown whether its counts may be published; counts of a group below the smallest cell may not
     */
    public record Row(GroupCount counts, boolean shown, Comparison comparison) {}

    /** Groups of fewer than 5 people are suppressed, groups below 2 % are no reference, confidence 0.95. */
    public static AdverseImpact withDefaults() {
        return new AdverseImpact(5, 0.02, 0.95);
    }

    /**
     * The same with another smallest group.
     *
     * @param people at least 1
     */
    public AdverseImpact withSmallestCell(int people) {
        if (people < 1) {
            throw new IllegalArgumentException("the smallest cell has at least one person, got " + people);
        }
        return new AdverseImpact(people, smallestShare, confidence);
    }

    /** One row for each group, in the given order. */
    public List<Row> of(List<GroupCount> groups) {
        int total = groups.stream().mapToInt(GroupCount::total).sum();
        Optional<GroupCount> reference = groups.stream()
                .filter(group -> group.total() >= smallestCell && group.total() >= smallestShare * total)
                .max(Comparator.comparingDouble(GroupCount::rate).thenComparingInt(GroupCount::total));
        List<GroupCount> compared = groups.stream()
                .filter(group -> group.total() >= smallestCell)
                .filter(group -> reference.isPresent() && !group.equals(reference.get()))
                .toList();
        double[] holm = Holm.adjust(compared.stream()
                .mapToDouble(group ->
                        FisherExact.of(table(group, reference.orElseThrow())).twoSided())
                .toArray());
        List<Row> rows = new ArrayList<>();
        for (GroupCount group : groups) {
            boolean shown = group.total() >= smallestCell;
            int place = compared.indexOf(group);
            rows.add(new Row(group, shown, comparison(group, reference, compared.size(), place < 0 ? 1 : holm[place])));
        }
        return List.copyOf(rows);
    }

    private Comparison comparison(GroupCount group, Optional<GroupCount> reference, int others, double holm) {
        if (group.total() < smallestCell) {
            return new Insufficient("Fewer than " + smallestCell + " people: not compared, and not to be published.");
        }
        if (reference.isEmpty() || others == 0) {
            return new Insufficient("There is no other group of at least " + smallestCell + " people to compare with.");
        }
        if (reference.get().selected() == 0) {
            return new Insufficient("Nobody was selected, so rates cannot be compared.");
        }
        return group.equals(reference.get())
                ? new Comparison.Reference()
                : compared(table(group, reference.get()), holm);
    }

    private Comparison compared(TwoByTwo table, double holm) {
        FisherExact fisher = FisherExact.of(table);
        return new Compared(
                table,
                table.impactRatio().orElseThrow(),
                table.katz(confidence),
                table.newcombe(confidence),
                new Tests(fisher, table.pooledP(), holm),
                verdict(table, holm < 1 - confidence));
    }

    private static Verdict verdict(TwoByTwo table, boolean beyondChance) {
        if (table.onePersonDecides() && !beyondChance) {
            return Verdict.TOO_FEW_TO_TELL;
        }
        if (table.belowFourFifths()) {
            return beyondChance ? Verdict.LOOK_INTO_IT : Verdict.BELOW_BUT_UNCERTAIN;
        }
        return beyondChance ? Verdict.SMALL_BUT_CERTAIN : Verdict.NOTHING_SEEN;
    }

    private static TwoByTwo table(GroupCount focal, GroupCount reference) {
        return new TwoByTwo(focal.selected(), focal.total(), reference.selected(), reference.total());
    }
}
