package touchstone.platform.interview.mine;

import java.time.Instant;
import java.util.List;
import touchstone.platform.interview.Interview;

/**
 * One's own interviews.
 *
 * @param due those that wait for one's scorecard, the oldest first
 * @param today those that begin today in one's own zone
 * @param coming those after today
 * @param past those of the last weeks, the newest first
 */
public record MineView(List<Row> due, List<Row> today, List<Row> coming, List<Row> past) {

    public MineView {
        due = List.copyOf(due);
        today = List.copyOf(today);
        coming = List.copyOf(coming);
        past = List.copyOf(past);
    }

    /**
     * One interview.
     *
     * @param overdue whether the scorecard was due a day ago
     */
    public record Row(Interview interview, String stage, String candidate, String opening, boolean overdue) {
        public String path() {
            return "/interviews/" + interview.id();
        }

        public Instant startsAt() {
            return interview.slot().startsAt();
        }

        public boolean over() {
            return interview.state() != Interview.State.SCHEDULED;
        }
    }

    public boolean empty() {
        return due.isEmpty() && today.isEmpty() && coming.isEmpty() && past.isEmpty();
    }
}
