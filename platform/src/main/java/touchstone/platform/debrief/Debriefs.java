package touchstone.platform.debrief;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** What the people of a debrief look at. */
@Service
@Transactional(readOnly = true)
public class Debriefs {

    /** What hides ratings from people without a seat; with a reason they may look earlier. */
    private static final String BEFORE_DEBRIEF = "interview.hidden.before-debrief";

    private final Round round;
    private final Scorecards scorecards;
    private final Opinions opinions;
    private final Vetoes vetoes;
    private final Decisions decisions;
    private final DecisionRows rows;

    Debriefs(
            Round round,
            Scorecards scorecards,
            Opinions opinions,
            Vetoes vetoes,
            Decisions decisions,
            DecisionRows rows) {
        this.round = round;
        this.scorecards = scorecards;
        this.opinions = opinions;
        this.vetoes = vetoes;
        this.decisions = decisions;
        this.rows = rows;
    }

    /** The debrief as far as the person who acts may see it now. */
    public Debrief view(UUID application) {
        Candidacy candidacy = round.candidacy(application);
        Scorecards.Visible visible = scorecards.visible(application);
        if (visible.hiddenBecause().isPresent()) {
            boolean lookEarly = visible.hiddenBecause().get().equals(BEFORE_DEBRIEF)
                    && Acting.person().isAny(Role.HIRING_MANAGER, Role.ADMINISTRATOR);
            return new Debrief(
                    candidacy,
                    visible.hiddenBecause(),
                    Optional.empty(),
                    visible.missing(),
                    new Debrief.Voices(List.of(), List.of(), List.of()),
                    List.of(),
                    new Debrief.May(false, false, false, false, false, lookEarly));
        }
        Matrix matrix = Matrix.of(candidacy.plan(), visible.shown(), visible.missing());
        Numbers numbers = decisions.current(candidacy, visible.shown());
        List<Decision> made = rows.of(application);
        Optional<Decision> last = made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
        return new Debrief(
                candidacy,
                Optional.empty(),
                Optional.of(new Debrief.Ratings(matrix, numbers)),
                visible.missing(),
                new Debrief.Voices(
                        opinions.of(application, last), vetoes.of(application), scorecards.earlyLooks(application)),
                made,
                may(candidacy, last));
    }

    /** The revisions of every scorecard that has a column, the first one first. */
    public List<List<Scorecard>> histories(Debrief debrief) {
        return debrief.ratings().stream()
                .flatMap(ratings -> ratings.matrix().columns().stream())
                .flatMap(column -> column.scorecard().stream())
                .map(card -> scorecards.history(card.id()))
                .toList();
    }

    private Debrief.May may(Candidacy candidacy, Optional<Decision> last) {
        Person person = Acting.person();
        boolean debating = Round.inDebrief(candidacy);
        boolean decided = last.filter(decision -> decision.outcome().hires()).isPresent();
        return new Debrief.May(
                debating && round.hasAVoice(candidacy),
                debating && candidacy.plan().plan().rule().veto() && round.raisesTheBar(candidacy),
                debating && person.is(Role.HIRING_MANAGER),
                decided && person.isAny(Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR),
                last.filter(decision -> decision.outcome() != Decision.Outcome.HOLD)
                                .isPresent()
                        && person.isAny(Role.HIRING_MANAGER, Role.RECRUITER),
                false);
    }
}
