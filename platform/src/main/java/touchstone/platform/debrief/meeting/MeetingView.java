package touchstone.platform.debrief.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.Level;
import touchstone.platform.debrief.Debrief;
import touchstone.platform.debrief.FairScore;
import touchstone.platform.debrief.Recomputation;
import touchstone.platform.debrief.RuleResult;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.StageClock;

/**
 * The debrief as one person may see it.
 *
 * @param sheet ratings, picture and rule; empty while hidden
 * @param fair what the ratings say once severity is taken into account, or why nothing is said
 * @param again a decision whose numbers were just computed again
 * @param ownDue the interview whose scorecard the reader still owes
 */
public record MeetingView(
        Debrief debrief,
        StageClock clock,
        Optional<Sheet> sheet,
        FairScore fair,
        Optional<Again> again,
        Optional<UUID> ownDue) {

    /** A decision with what came out. */
    public record Again(UUID decision, Recomputation result) {}

    public String path() {
        return "/applications/" + debrief.candidacy().id();
    }

    public Candidacy candidacy() {
        return debrief.candidacy();
    }

    /** Levels below the one that the opening asks for, the highest first. */
    public List<Level> lowerLevels() {
        return sheet.stream()
                .flatMap(one -> one.numbers().levels().stream())
                .map(RuleResult::level)
                .filter(level -> level.compareTo(candidacy().plan().level()) < 0)
                .toList()
                .reversed();
    }

    /** What came out for a decision, when it was just asked for. */
    public Optional<Recomputation> again(UUID decision) {
        return again.filter(one -> one.decision().equals(decision)).map(Again::result);
    }
}
