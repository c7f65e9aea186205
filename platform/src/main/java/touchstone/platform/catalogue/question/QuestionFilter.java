package touchstone.platform.catalogue.question;

import org.jspecify.annotations.Nullable;
import touchstone.catalogue.content.Question;

/** Which questions a person wants to see; an empty field narrows nothing. The role only marks, it hides nothing. */
public record QuestionFilter(String role, String kind, String stage, String competency, String level, String text) {

    static QuestionFilter of(
            @Nullable String role,
            @Nullable String kind,
            @Nullable String stage,
            @Nullable String competency,
            @Nullable String level,
            @Nullable String text) {
        return new QuestionFilter(plain(role), plain(kind), plain(stage), plain(competency), plain(level), plain(text));
    }

    private static String plain(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }

    /** Whether the question fits everything but the text, which the catalogue's search decides. */
    boolean fits(Question question) {
        Question.Use use = question.use();
        return (kind.isEmpty() || use.kind().id().equals(kind))
                && (stage.isEmpty()
                        || use.stages().stream().anyMatch(one -> one.id().equals(stage)))
                && (competency.isEmpty() || use.competencies().contains(competency))
                && (level.isEmpty()
                        || use.levels().stream().anyMatch(one -> one.id().equals(level)));
    }
}
