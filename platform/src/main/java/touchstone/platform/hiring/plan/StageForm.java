package touchstone.platform.hiring.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Refusal;

/** What somebody entered about a stage. */
record StageForm(
        int version,
        String title,
        String minutes,
        PlanStage.Pool pool,
        String interviewers,
        @Nullable List<String> competencies,
        @Nullable List<String> questions,
        @Nullable String lab) {

    /** The stage as it was entered. */
    PlanStage over(PlanStage stage) {
        String entered = Entered.optional("Lab", lab, 80);
        return new PlanStage(
                stage.id(),
                stage.kind(),
                Entered.required("Title", title, 120),
                whole("Minutes", minutes),
                new PlanStage.Panel(pool, whole("Interviewers", interviewers)),
                once(competencies),
                once(questions),
                entered.isEmpty() ? Optional.empty() : Optional.of(entered));
    }

    private static List<String> once(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : List.copyOf(new LinkedHashSet<>(chosen));
    }

    /** @throws Refusal when the text is no whole number */
    static int whole(String field, String text) {
        String stripped = text.strip();
        if (!stripped.matches("-?\\d{1,6}")) {
            throw Refusal.invalid("hiring.plan.no-number", field);
        }
        return Integer.parseInt(stripped);
    }
}
