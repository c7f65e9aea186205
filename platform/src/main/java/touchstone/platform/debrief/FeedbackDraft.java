package touchstone.platform.debrief;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import touchstone.catalogue.content.Competency;
import touchstone.platform.interview.Evidence;

/** Drafts what a candidate is written from what was seen. No interviewer is named, no rating is given. */
final class FeedbackDraft {

    private static final int MOST_EVIDENCE = 2;
    private static final int MOST_LINE = 240;

    /** Gives the text under a key. */
    interface Texts extends BiFunction<String, Object[], String> {}

    private final Matrix matrix;
    private final RuleResult result;
    private final Texts texts;
    private final List<String> names;

    private FeedbackDraft(Matrix matrix, RuleResult result, Texts texts) {
        this.matrix = matrix;
        this.result = result;
        this.texts = texts;
        this.names = matrix.columns().stream()
                .map(column -> column.author().name())
                .distinct()
                .toList();
    }

    /**
     * The draft: strengths are competencies at or over the bar with what was seen of them; what can grow are those below,
     * each with the anchor above the rating that was given.
     */
    static String of(String candidate, String opening, Matrix matrix, RuleResult result, Texts texts) {
        return new FeedbackDraft(matrix, result, texts).text(candidate, opening);
    }

    private String text(String candidate, String opening) {
        String strengths = result.findings().stream()
                .filter(Finding::meets)
                .map(finding -> "- " + finding.title() + seen(finding))
                .collect(Collectors.joining("\n"));
        String growth = result.findings().stream()
                .filter(finding -> finding.observed() && !finding.meets())
                .map(this::next)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        StringBuilder text = new StringBuilder(say("debrief.feedback.draft.greeting", candidate, opening));
        if (!strengths.isEmpty()) {
            text.append("\n\n")
                    .append(say("debrief.feedback.draft.strengths"))
                    .append('\n')
                    .append(strengths);
        }
        if (!growth.isEmpty()) {
            text.append("\n\n")
                    .append(say("debrief.feedback.draft.growth"))
                    .append('\n')
                    .append(growth);
        }
        return text.append("\n\n").append(say("debrief.feedback.draft.end")).toString();
    }

    private String seen(Finding finding) {
        String lines = matrix.rows().stream()
                .filter(row -> row.competency().id().equals(finding.competency()))
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> switch (cell) {
                    case Matrix.Given given
                    when given.value() >= finding.standing().bar() -> given.evidence().stream();
                    case Matrix.Given below -> java.util.stream.Stream.<Evidence>empty();
                    case Matrix.NotObserved none -> java.util.stream.Stream.<Evidence>empty();
                    case Matrix.NotAsked none -> java.util.stream.Stream.<Evidence>empty();
                    case Matrix.Awaited none -> java.util.stream.Stream.<Evidence>empty();
                })
                .map(Evidence::text)
                .map(this::line)
                .distinct()
                .limit(MOST_EVIDENCE)
                .collect(Collectors.joining(" "));
        return lines.isEmpty() ? "" : ": " + lines;
    }

    private Optional<String> next(Finding finding) {
        if (!(finding.standing() instanceof Standing.Observed observed)) {
            return Optional.empty();
        }
        int above = Math.min(Competency.RATINGS, (int) Math.floor(observed.mean()) + 1);
        return matrix.rows().stream()
                .map(Matrix.Row::competency)
                .filter(competency -> competency.id().equals(finding.competency()))
                .findFirst()
                .map(competency ->
                        "- " + say("debrief.feedback.draft.next", finding.title(), competency.anchor(above)));
    }

    /** One line of evidence, shortened at a word, without the names of interviewers. */
    private String line(String evidence) {
        String line = evidence.strip().replaceAll("\\s+", " ");
        for (String name : names) {
            line = line.replace(name, say("debrief.feedback.draft.interviewer"));
            String first = name.split(" ", 2)[0];
            if (first.length() > 2) {
                line = line.replaceAll(
                        "\\b" + java.util.regex.Pattern.quote(first) + "\\b",
                        java.util.regex.Matcher.quoteReplacement(say("debrief.feedback.draft.interviewer")));
            }
        }
        if (line.length() > MOST_LINE) {
            int end = line.lastIndexOf(' ', MOST_LINE);
            line = line.substring(0, end > 0 ? end : MOST_LINE) + " …";
        }
        return line.matches(".*[.!?…]") ? line : line + ".";
    }

    private String say(String key, Object... arguments) {
        return texts.apply(key, arguments);
    }
}
