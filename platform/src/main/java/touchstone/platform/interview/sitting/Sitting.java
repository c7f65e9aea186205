package touchstone.platform.interview.sitting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.Question;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Interview;

/**
 * An interview in which the person who acts has a seat, with the plan that the application keeps.
 *
 * @param stage of the plan that the interview is for
 * @param seat of the person who acts
 */
public record Sitting(Interview interview, Candidacy candidacy, PlanStage stage, Interview.Seat seat) {

    public UUID id() {
        return interview.id();
    }

    /** The interview's id as addresses write it. */
    public String key() {
        return interview.id().toString();
    }

    /** The id of the person who acts, as the page's program keeps it. */
    public String person() {
        return seat.account().toString();
    }

    public String candidate() {
        return candidacy.candidate().name();
    }

    public String opening() {
        return candidacy.opening().title();
    }

    public String stageTitle() {
        return stage.title();
    }

    public Instant startsAt() {
        return interview.slot().startsAt();
    }

    public int minutes() {
        return interview.slot().minutes();
    }

    /** The level that the opening asks for. */
    public Level level() {
        return candidacy.plan().level();
    }

    /** Competencies that the scorecard of the stage rates, in the plan's order. */
    public List<Competency> competencies() {
        return stage.competencies().stream()
                .flatMap(id -> candidacy.plan().competency(id).stream())
                .toList();
    }

    /** The kit of the stage, in the plan's order. */
    public List<Question> questions() {
        return stage.questions().stream()
                .flatMap(id -> candidacy.plan().question(id).stream())
                .toList();
    }

    public Optional<Question> question(String id) {
        return candidacy.plan().question(id);
    }
}
