package touchstone.platform.debrief;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import touchstone.catalogue.content.Competency;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.interview.Evidence;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.Scorecards;

/**
 * Competencies × interviewers. What shadows wrote for practice has no column.
 *
 * @param columns one for each scorecard that counts or is due, in the order of the plan's stages, then by name
 * @param rows one for each competency of the plan
 * @param practice number of shadows' scorecards, which are neither shown nor counted
 */
public record Matrix(List<Column> columns, List<Row> rows, int practice) {

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One interviewer's scorecard for one stage.
     *
     * @param scorecard empty while it is due
     */
    public record Column(UUID interview, String stage, Interview.Seat author, Optional<Scorecard> scorecard) {}

    /**
     * One competency.
     *
     * @param cells one for each column
     */
    public record Row(Competency competency, int weight, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What one interviewer says about one competency. */
    public sealed interface Cell {}

    /** A rating with what it cites. */
    public record Given(int value, List<Evidence> evidence) implements Cell {
        public Given {
            evidence = List.copyOf(evidence);
        }
    }

    /** The interviewer says that there was no occasion to see it. */
    public record NotObserved() implements Cell {}

    /** The stage does not rate it. */
    public record NotAsked() implements Cell {}

    /** The stage rates it, and the scorecard is due. */
    public record Awaited() implements Cell {}

    static Matrix of(FrozenPlan plan, List<Scorecard> scorecards, List<Scorecards.Missing> missing) {
        List<String> order =
                plan.plan().stages().stream().map(stage -> stage.id()).toList();
        List<Column> columns = Stream.concat(
                        scorecards.stream()
                                .map(card ->
                                        new Column(card.interview(), card.stage(), card.author(), Optional.of(card))),
                        missing.stream()
                                .map(due -> new Column(due.interview(), due.stage(), due.author(), Optional.empty())))
                .filter(column -> column.author().capacity().counts())
                .sorted(Comparator.comparingInt((Column column) -> order.indexOf(column.stage()))
                        .thenComparing(column -> column.author().name())
                        .thenComparing(column -> column.author().account())
                        .thenComparing(Column::interview))
                .toList();
        List<Row> rows = plan.competencies().stream()
                .map(competency -> new Row(
                        competency,
                        plan.plan().weights().getOrDefault(competency.id(), 0),
                        columns.stream()
                                .map(column -> cell(plan, column, competency.id()))
                                .toList()))
                .toList();
        long practice = scorecards.stream()
                .filter(card -> !card.author().capacity().counts())
                .count();
        return new Matrix(columns, rows, (int) practice);
    }

    private static Cell cell(FrozenPlan plan, Column column, String competency) {
        if (column.scorecard().isEmpty()) {
            boolean rates = plan.stage(column.stage())
                    .filter(stage -> stage.competencies().contains(competency))
                    .isPresent();
            return rates ? new Awaited() : new NotAsked();
        }
        Optional<Rating> rating = column.scorecard().get().content().rating(competency);
        if (rating.isEmpty()) {
            return new NotAsked();
        }
        return switch (rating.get()) {
            case Rating.Rated rated -> new Given(rated.value(), rated.evidence());
            case Rating.NotObserved none -> new NotObserved();
            case Rating.Open unfinished -> new NotObserved();
        };
    }
}
