package touchstone.platform.interview.schedule;

import java.util.List;
import java.util.UUID;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Pools;

/**
 * An interview that is being arranged.
 *
 * @param stages in which the candidate meets somebody
 * @param chosen what is chosen so far
 * @param pool members of the stage's pool
 * @param others everybody else who may interview
 */
public record ScheduleView(
        Candidacy candidacy, List<PlanStage> stages, Chosen chosen, List<Row> pool, List<Row> others) {

    public ScheduleView {
        stages = List.copyOf(stages);
        pool = List.copyOf(pool);
        others = List.copyOf(others);
    }

    /**
     * What is chosen so far.
     *
     * @param date and {@code time} as a form takes them, in the zone
     */
    public record Chosen(PlanStage stage, String date, String time, String zone, int minutes, Candidate candidate) {}

    /**
     * The time where the candidate is.
     *
     * @param unusual before 7 or after 21 o'clock there
     */
    public record Candidate(String when, boolean unusual) {}

    /**
     * Somebody who may interview.
     *
     * @param week interviews in that week, and how many are asked at most; 0 when nobody said
     */
    public record Row(UUID account, String name, String when, Pools.Training training, Week week, Signs signs) {}

    /** How busy somebody is. */
    public record Week(int interviews, int most) {
        public boolean full() {
            return most > 0 && interviews >= most;
        }
    }

    /**
     * What to look out for.
     *
     * @param clash has another interview at that time
     * @param unusual before 7 or after 21 o'clock there
     * @param barRaiser may take a bar raiser's seat
     * @param ownTeam leads an opening of the same team
     */
    public record Signs(boolean clash, boolean unusual, boolean barRaiser, boolean ownTeam) {}

    public String path() {
        return "/applications/" + candidacy.id() + "/interviews/new";
    }
}
