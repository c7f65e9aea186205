package touchstone.platform.hiring;

import java.time.Duration;
import java.time.Instant;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.StageKind;

/**
 * How long an application has taken, against the weeks that its plan allows. The clock runs from the first stage until the
 * offer stage begins or the application ends.
 *
 * @param inStage time in the present stage
 * @param total time from the first stage
 * @param least shortest time that the plan foresees
 * @param most longest time that the plan foresees
 * @param stages number of stages of the plan
 * @param running whether it still runs
 */
public record StageClock(Duration inStage, Duration total, Duration least, Duration most, int stages, boolean running) {

    /** How it stands. */
    public enum Pace {
        ON_TIME,
        /** Longer in one stage than its even share of the longest time. */
        SLOW,
        /** Longer in all than the plan foresees. */
        LATE
    }

    /** The clock of an application in a plan of this outline. */
    public static StageClock of(Candidacy.Progress progress, PlanOutline plan, Instant now) {
        boolean offered = plan.stage(progress.stage())
                .map(stage -> stage.kind() == StageKind.OFFER)
                .orElse(false);
        Instant end = progress.closedAt().orElse(now);
        Plan.Span span = plan.clock();
        return new StageClock(
                length(progress.stageSince(), end),
                length(progress.appliedAt(), offered ? progress.stageSince() : end),
                weeks(span.leastWeeks()),
                weeks(span.mostWeeks()),
                Math.max(1, plan.stages().size()),
                progress.state() == Candidacy.State.ACTIVE && !offered);
    }

    public Pace pace() {
        if (total.compareTo(most) > 0) {
            return Pace.LATE;
        }
        return running && inStage.compareTo(most.dividedBy(stages)) > 0 ? Pace.SLOW : Pace.ON_TIME;
    }

    public long daysInStage() {
        return inStage.toDays();
    }

    public long days() {
        return total.toDays();
    }

    public long mostDays() {
        return most.toDays();
    }

    private static Duration length(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Duration weeks(int weeks) {
        return Duration.ofDays(7L * weeks);
    }
}
