package touchstone.platform.interview.schedule;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Interview;

/**
 * The seats of an interview that has not been held.
 *
 * @param stage its title
 * @param pool members of the stage's pool
 * @param others everybody else who may interview
 */
public record SeatsView(
        Interview interview,
        Candidacy candidacy,
        String stage,
        List<ScheduleView.Row> pool,
        List<ScheduleView.Row> others) {

    public SeatsView {
        pool = List.copyOf(pool);
        others = List.copyOf(others);
    }

    public String path() {
        return "/interviews/" + interview.id();
    }

    /** Who has which seat now. */
    public Map<UUID, Interview.Seat.Capacity> seated() {
        return SeatsController.seated(interview);
    }

    /** Whether somebody outside the pool has a seat now. */
    public boolean othersSeated() {
        return others.stream().anyMatch(row -> seated().containsKey(row.account()));
    }
}
