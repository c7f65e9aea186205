package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A question with what an interviewer needs to ask it and to judge the answer. In a file, the fields of {@link Design}
 * stand beside the others.
 *
 * @param prompt what the interviewer says
 * @param outOfBounds roles that it is not for, with reasons
 */
public record Question(
        String id,
        String title,
        String prompt,
        Use use,
        Guide guide,
        List<Exclusion> outOfBounds,
        @JsonIgnore Design design,
        List<String> covers)
        implements Entry {

    public Question {
        outOfBounds = List.copyOf(outOfBounds);
        covers = List.copyOf(covers);
    }

    @JsonCreator
    static Question of(
            @JsonProperty("id") String id,
            @JsonProperty("title") String title,
            @JsonProperty("prompt") String prompt,
            @JsonProperty("use") Use use,
            @JsonProperty("guide") Guide guide,
            @JsonProperty("outOfBounds") List<Exclusion> outOfBounds,
            @JsonProperty("frame") Optional<String> frame,
            @JsonProperty("requirements") List<Reveal> requirements,
            @JsonProperty("covers") List<String> covers) {
        return new Question(id, title, prompt, use, guide, outOfBounds, new Design(frame, requirements), covers);
    }

    /** The answer frame that fits, by id. */
    @JsonProperty("frame")
    public Optional<String> frame() {
        return design.frame();
    }

    /** What is said only when the candidate asks. */
    @JsonProperty("requirements")
    public List<Reveal> requirements() {
        return design.requirements();
    }

    /** Why it is not for this role; empty when it may be asked. */
    public Optional<String> reasonAgainst(String role) {
        return outOfBounds.stream()
                .filter(exclusion -> exclusion.role().equals(role))
                .map(Exclusion::reason)
                .findFirst();
    }

    /**
     * Where and for whom a question is used.
     *
     * @param minutes how long it takes with its probes
     * @param levels whom it fits
     * @param competencies what the answer is evidence for, the most important first
     */
    public record Use(
            QuestionKind kind, int minutes, List<StageKind> stages, List<Level> levels, List<String> competencies) {

        public Use {
            stages = List.copyOf(stages);
            levels = List.copyOf(levels);
            competencies = List.copyOf(competencies);
        }
    }

    /**
     * How to judge the answer.
     *
     * @param intent what the question is to find out
     * @param keyPoints what a full answer holds
     * @param probes questions to ask next
     * @param strong what a strong answer shows
     * @param weak what a weak answer shows
     * @param redFlags ids
     */
    public record Guide(
            String intent,
            List<String> keyPoints,
            List<String> probes,
            List<String> strong,
            List<String> weak,
            List<String> redFlags) {

        public Guide {
            keyPoints = List.copyOf(keyPoints);
            probes = List.copyOf(probes);
            strong = List.copyOf(strong);
            weak = List.copyOf(weak);
            redFlags = List.copyOf(redFlags);
        }
    }

    /** A role that the question is not for. */
    public record Exclusion(String role, String reason) {}

    /** What only some questions have. */
    public record Design(Optional<String> frame, List<Reveal> requirements) {

        public Design {
            requirements = List.copyOf(requirements);
        }
    }

    /** What the interviewer answers when the candidate asks. */
    public record Reveal(String ask, String answer) {}
}
