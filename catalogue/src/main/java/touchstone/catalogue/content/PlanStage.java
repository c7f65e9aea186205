package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One stage of a plan. In a file, the fields of {@link Panel} stand beside the others.
 *
 * @param id unique in the plan
 * @param competencies ids of those that its scorecard rates
 * @param questions ids of its kit
 * @param lab the lab that take-home work is measured with
 */
public record PlanStage(
        String id,
        StageKind kind,
        String title,
        int minutes,
        @JsonIgnore Panel panel,
        List<String> competencies,
        List<String> questions,
        Optional<String> lab) {

    public PlanStage {
        competencies = List.copyOf(competencies);
        questions = List.copyOf(questions);
    }

    @JsonCreator
    static PlanStage of(
            @JsonProperty("id") String id,
            @JsonProperty("kind") StageKind kind,
            @JsonProperty("title") String title,
            @JsonProperty("minutes") int minutes,
            @JsonProperty("pool") Pool pool,
            @JsonProperty("interviewers") int interviewers,
            @JsonProperty("competencies") List<String> competencies,
            @JsonProperty("questions") List<String> questions,
            @JsonProperty("lab") Optional<String> lab) {
        return new PlanStage(id, kind, title, minutes, new Panel(pool, interviewers), competencies, questions, lab);
    }

    /** Whom the interviewers come from. */
    @JsonProperty("pool")
    public Pool pool() {
        return panel.pool();
    }

    /** How many interviewers take part. */
    @JsonProperty("interviewers")
    public int interviewers() {
        return panel.interviewers();
    }

    /** Who interviews. */
    public record Panel(Pool pool, int interviewers) {}

    /** Whom interviewers come from. */
    public enum Pool {
        /** Recruiters and coordinators. */
        @JsonProperty("recruiters")
        RECRUITERS,
        /** Engineers who know the domain. */
        @JsonProperty("engineers")
        ENGINEERS,
        /** Those who will lead the person. */
        @JsonProperty("hiring-managers")
        HIRING_MANAGERS,
        /** People from outside the team who keep the standard. */
        @JsonProperty("bar-raisers")
        BAR_RAISERS,
        /** Nobody. */
        @JsonProperty("none")
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
