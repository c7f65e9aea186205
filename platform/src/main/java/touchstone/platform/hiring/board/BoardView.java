package touchstone.platform.hiring.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.PlanOutline;
import touchstone.platform.hiring.StageClock;

/**
 * Applications by stage.
 *
 * @param opening whose; empty for all openings
 * @param positions to choose from
 * @param ended how many ended in which way
 */
public record BoardView(
        Optional<UUID> opening,
        List<Candidacy.Position> positions,
        List<Column> columns,
        Map<Candidacy.State, Long> ended) {

    /**
     * One stage of a plan; over all openings, one kind of stage.
     *
     * @param id of the stage or the kind
     * @param title of the stage; empty when there are several plans, and then the kind tells
     * @param count of all in it, not only of those on this page of it
     * @param page from 1
     */
    public record Column(
            String id, Optional<String> title, StageKind kind, long count, List<Card> cards, int page, boolean more) {}

    /**
     * One application.
     *
     * @param next the stage after its own
     */
    public record Card(
            UUID id,
            int version,
            String name,
            String opening,
            StageClock clock,
            List<PlanOutline.Stage> others,
            Optional<String> next) {}

    public boolean isChosen(Candidacy.Position position) {
        return opening.filter(position.id()::equals).isPresent();
    }

    public boolean isEmpty() {
        return ended.isEmpty() && columns.stream().allMatch(column -> column.count() == 0);
    }

    public long active() {
        return columns.stream().mapToLong(Column::count).sum();
    }

    public long ended(Candidacy.State state) {
        return ended.getOrDefault(state, 0L);
    }

    /** The address of this board. */
    public String path() {
        return "/board" + opening.map(id -> "?opening=" + id).orElse("");
    }

    /** The address of this board with another page of one column. */
    public String path(Column column, int page) {
        return "/board?" + opening.map(id -> "opening=" + id + "&").orElse("") + "column=" + column.id() + "&page="
                + page;
    }

    /** The address of this board as it is shown: with the page of the column that is not on its first. */
    public String here() {
        return columns.stream()
                .filter(column -> column.page() > 1)
                .findFirst()
                .map(column -> path(column, column.page()))
                .orElseGet(this::path);
    }
}
