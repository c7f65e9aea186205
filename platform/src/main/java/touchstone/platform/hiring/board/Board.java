package touchstone.platform.hiring.board;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.hiring.PlanOutline;
import touchstone.platform.hiring.PlanVersions;
import touchstone.platform.hiring.StageClock;

/** Puts a board together with a number of queries that does not depend on how much is on it. */
@Component
@Transactional(readOnly = true)
class Board {

    private final Applications applications;
    private final PlanVersions plans;
    private final BoardRows rows;
    private final InstantSource clock;

    Board(Applications applications, PlanVersions plans, BoardRows rows, InstantSource clock) {
        this.applications = applications;
        this.plans = plans;
        this.rows = rows;
        this.clock = clock;
    }

    private record Stage(String id, Optional<String> title, StageKind kind) {}

    /**
     * The board of an opening, or of all.
     *
     * @param turned the column that is not on its first page; empty when all are
     * @param page of that column, from 1
     */
    BoardView of(Optional<UUID> opening, String turned, int page) {
        List<BoardRows.Count> counts = rows.counts(opening);
        List<Stage> stages = stages(opening, counts);
        int asked = Math.clamp(page, 1, 10_000);
        List<BoardRows.Row> cards = rows.cards(
                opening,
                stages.stream()
                        .map(stage -> new BoardRows.Wanted(
                                stage.id(), stage.id().equals(turned) ? (asked - 1) * BoardRows.PAGE : 0))
                        .toList());
        Map<UUID, PlanOutline> outlines = plans.outlines(
                cards.stream().map(BoardRows.Row::plan).distinct().toList());
        Map<String, List<BoardRows.Row>> byColumn = cards.stream().collect(groupingBy(BoardRows.Row::column));
        Instant now = clock.instant();
        List<BoardView.Column> columns = stages.stream()
                .map(stage -> column(
                        stage,
                        counts,
                        byColumn.getOrDefault(stage.id(), List.of()).stream()
                                .map(row -> card(row, outlines, now))
                                .toList(),
                        stage.id().equals(turned) ? asked : 1))
                .toList();
        return new BoardView(opening, applications.positions(true), columns, ended(counts));
    }

    /** The stages of the current plan, then those of earlier plans in which somebody still stands. */
    private List<Stage> stages(Optional<UUID> opening, List<BoardRows.Count> counts) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        opening.flatMap(plans::current)
                .map(Board::stages)
                .ifPresent(known -> known.forEach(stage -> stages.put(stage.id(), stage)));
        counts.stream()
                .filter(count -> count.state() == Candidacy.State.ACTIVE)
                .sorted((one, other) -> StageKind.of(one.kind()).compareTo(StageKind.of(other.kind())))
                .forEach(count -> stages.putIfAbsent(
                        count.column(),
                        new Stage(
                                count.column(),
                                opening.isPresent() ? Optional.of(count.column()) : Optional.empty(),
                                StageKind.of(count.kind()))));
        return new ArrayList<>(stages.values());
    }

    private static Collection<Stage> stages(FrozenPlan plan) {
        return plan.plan().stages().stream()
                .map(stage -> new Stage(stage.id(), Optional.of(stage.title()), stage.kind()))
                .toList();
    }

    private static BoardView.Column column(
            Stage stage, List<BoardRows.Count> counts, List<BoardView.Card> cards, int page) {
        long count = counts.stream()
                .filter(one ->
                        one.state() == Candidacy.State.ACTIVE && one.column().equals(stage.id()))
                .mapToLong(BoardRows.Count::count)
                .sum();
        return new BoardView.Column(
                stage.id(),
                stage.title(),
                stage.kind(),
                count,
                cards.subList(0, Math.min(BoardRows.PAGE, cards.size())),
                page,
                cards.size() > BoardRows.PAGE);
    }

    private static BoardView.Card card(BoardRows.Row row, Map<UUID, PlanOutline> outlines, Instant now) {
        PlanOutline plan = Optional.ofNullable(outlines.get(row.plan()))
                .orElseThrow(() -> new IllegalStateException("application " + row.id() + " has no plan"));
        List<String> ids = plan.stages().stream().map(PlanOutline.Stage::id).toList();
        int next = ids.indexOf(row.progress().stage()) + 1;
        return new BoardView.Card(
                row.id(),
                row.version(),
                row.name(),
                row.opening(),
                StageClock.of(row.progress(), plan, now),
                plan.stages().stream()
                        .filter(stage -> !stage.id().equals(row.progress().stage()))
                        .toList(),
                next < ids.size() ? Optional.of(ids.get(next)) : Optional.empty());
    }

    private static Map<Candidacy.State, Long> ended(List<BoardRows.Count> counts) {
        Map<Candidacy.State, Long> ended = new EnumMap<>(Candidacy.State.class);
        Arrays.stream(Candidacy.State.values())
                .filter(state -> state != Candidacy.State.ACTIVE)
                .forEach(state -> counts.stream()
                        .filter(count -> count.state() == state)
                        .forEach(count -> ended.merge(state, count.count(), Long::sum)));
        return ended;
    }
}
