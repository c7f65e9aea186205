package touchstone.platform.hiring;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.PlanStage;

/**
 * One candidate's way through one opening.
 *
 * @param id of the application
 * @param plan the version that the application started with and keeps
 * @param progress where it stands
 * @param version a change names the version that it saw
 */
public record Candidacy(UUID id, Subject candidate, Position opening, FrozenPlan plan, Progress progress, int version) {

    /** Who applied. */
    public record Subject(UUID id, String name, String email, ZoneId zone) {}

    /** What for. */
    public record Position(UUID id, String title, String team, UUID hiringManager) {}

    /** Where it stands: the stage, since when, whether it is still going on. */
    public record Progress(
            String stage, Instant stageSince, State state, Instant appliedAt, Optional<Instant> closedAt) {}

    /**
     * One step of its way: the start, a move, or the end.
     *
     * @param number 1 is the start; also the version of the application that it led to
     * @param from empty at the start
     * @param ended how it ended, when this is the end
     * @param reason may be empty
     * @param by account or candidate
     */
    public record Step(
            int number, Optional<String> from, String to, Optional<State> ended, String reason, Instant at, UUID by) {

        Step withoutReason() {
            return new Step(number, from, to, ended, "", at, by);
        }
    }

    /** How an application goes on or ended. */
    public enum State {
        ACTIVE,
        HIRED,
        REJECTED,
        WITHDRAWN
    }

    public boolean isActive() {
        return progress.state() == State.ACTIVE;
    }

    /** How long it has taken. */
    public StageClock clock(Instant now) {
        return StageClock.of(progress, PlanOutline.of(plan.publication().id(), plan.plan()), now);
    }

    /** The stage of the plan in which it is. */
    public PlanStage stage() {
        return plan.stage(progress.stage())
                .orElseThrow(() -> new IllegalStateException("application " + id + " is in no stage of its plan"));
    }
}
