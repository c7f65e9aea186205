package touchstone.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import touchstone.catalogue.CatalogueException.Code;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.Preparation;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.QuestionKind;
import touchstone.catalogue.content.Requirement;
import touchstone.catalogue.content.Role;
import touchstone.catalogue.content.StageDescription;

/** What can be said of an entry without looking at any other. */
final class EntryCheck {

    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

    private static final Pattern REQUIREMENT = Pattern.compile("R-[A-Z]+-[0-9]+");
    private static final int MOST_WEIGHT = 5;
    private static final int MOST_QUESTION_MINUTES = 240;
    private static final int MOST_STAGE_MINUTES = 7 * 24 * 60;

    private EntryCheck() {}

    static void check(Located<?> located) {
        Entry entry = located.entry();
        id(located, entry);
        switch (entry) {
            case Competency competency -> competency(located, competency);
            case Role role -> role(located, role);
            case Question question -> question(located, question);
            case Frame frame -> frame(located, frame);
            case Plan plan -> PlanShape.check(located, plan);
            case StageDescription stage -> {
                range(located, stage.mostMinutes(), 0, MOST_STAGE_MINUTES, "mostMinutes");
                range(located, stage.leastMinutes(), 0, stage.mostMinutes(), "leastMinutes");
            }
            case Preparation preparation -> range(located, preparation.week(), 0, 4, "week");
            default -> {}
        }
    }

    private static void id(Located<?> located, Entry entry) {
        if (entry instanceof Requirement) {
            if (!REQUIREMENT.matcher(entry.id()).matches()) {
                throw located.error(
                        Code.BAD_ID, "the id '" + entry.id() + "' is not a requirement's, such as 'R-COMP-1'", "id");
            }
        } else if (!KEBAB.matcher(entry.id()).matches()) {
            throw located.error(
                    Code.BAD_ID, "the id '" + entry.id() + "' is not in kebab case, such as 'rag-design'", "id");
        }
    }

    private static void competency(Located<?> located, Competency competency) {
        List<String> anchors = competency.anchors();
        if (anchors.size() != Competency.RATINGS) {
            throw located.error(
                    Code.ANCHOR_COUNT,
                    "'" + competency.id() + "' needs exactly five anchors, one for each rating; it has "
                            + anchors.size(),
                    "anchors");
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < anchors.size(); index++) {
            if (!seen.add(plain(anchors.get(index)))) {
                throw located.error(
                        Code.ANCHORS_EQUAL,
                        "the anchor for " + (index + 1) + " says the same as another; an interviewer must tell them"
                                + " apart",
                        "anchors",
                        index);
            }
        }
        int before = 1;
        for (Level level : Level.values()) {
            int rating = competency
                    .bar(level)
                    .orElseThrow(() -> located.error(
                            Code.BAR_MISSING, "'" + competency.id() + "' has no bar for the level " + level, "bars"))
                    .rating();
            range(located, rating, 1, Competency.RATINGS, "bars", level.id(), "rating");
            if (rating < before) {
                throw located.error(
                        Code.BAR_FALLS,
                        "the bar for " + level + " is " + rating + ", lower than " + before
                                + " for the level before; bars may not fall",
                        "bars",
                        level.id(),
                        "rating");
            }
            before = rating;
        }
    }

    private static String plain(String anchor) {
        return anchor.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static void role(Located<?> located, Role role) {
        Set<String> competencies = new HashSet<>();
        for (int index = 0; index < role.competencies().size(); index++) {
            Role.Weight weight = role.competencies().get(index);
            range(located, weight.weight(), 1, MOST_WEIGHT, "competencies", index, "weight");
            unique(located, competencies, weight.id(), "competencies", index);
        }
        Set<QuestionKind> kinds = new HashSet<>();
        for (int index = 0; index < role.policies().size(); index++) {
            Role.KindRule rule = role.policies().get(index);
            boolean limited = rule.rule() == Role.Verdict.LIMITED;
            if (limited != rule.mostScreenPercent().isPresent()) {
                String sentence = limited
                        ? "a limited kind needs mostScreenPercent"
                        : "a kind that is out of bounds has no mostScreenPercent";
                throw located.error(Code.POLICY, sentence, "policies", index, "mostScreenPercent");
            }
            range(located, rule.mostScreenPercent().orElse(0), 0, 100, "policies", index, "mostScreenPercent");
            if (!kinds.add(rule.kind())) {
                throw located.error(
                        Code.DUPLICATE, "the kind '" + rule.kind() + "' has two policies", "policies", index, "kind");
            }
        }
    }

    private static void question(Located<?> located, Question question) {
        Question.Use use = question.use();
        range(located, use.minutes(), 1, MOST_QUESTION_MINUTES, "use", "minutes");
        size(located, use.stages().size(), 1, 14, "use", "stages");
        size(located, use.levels().size(), 1, 4, "use", "levels");
        size(located, use.competencies().size(), 1, 10, "use", "competencies");
        Question.Guide guide = question.guide();
        size(located, guide.keyPoints().size(), 3, 8, "guide", "keyPoints");
        size(located, guide.probes().size(), 2, 5, "guide", "probes");
        size(located, guide.strong().size(), 2, 4, "guide", "strong");
        size(located, guide.weak().size(), 2, 4, "guide", "weak");
        if (!question.requirements().isEmpty() && !use.kind().keepsRequirementsBack()) {
            throw located.error(
                    Code.MISPLACED,
                    "only design, business-case and troubleshooting questions keep requirements back, not "
                            + use.kind(),
                    "requirements");
        }
    }

    private static void frame(Located<?> located, Frame frame) {
        size(located, frame.steps().size(), 1, 30, "steps");
        Set<String> steps = new HashSet<>();
        for (int index = 0; index < frame.steps().size(); index++) {
            unique(located, steps, frame.steps().get(index).id(), "steps", index);
        }
        List<String> closing = frame.closingSteps().stream().map(Frame.Step::id).toList();
        List<String> last = frame.steps().stream()
                .skip(Math.max(0, frame.steps().size() - Frame.CLOSING.size()))
                .map(Frame.Step::id)
                .toList();
        if (frame.id().equals(Frame.DESIGN_ROUND) && !(closing.equals(Frame.CLOSING) && last.equals(Frame.CLOSING))) {
            throw located.error(
                    Code.CLOSING_STEPS,
                    "a design round ends with the closing steps " + String.join(", ", Frame.CLOSING)
                            + ", in this order",
                    "steps");
        }
    }

    static void unique(Located<?> located, Set<String> seen, String id, Object... path) {
        if (!seen.add(id)) {
            Object[] way = java.util.Arrays.copyOf(path, path.length + 1);
            way[path.length] = "id";
            throw located.error(Code.DUPLICATE, "the id '" + id + "' stands twice", way);
        }
    }

    static void range(Located<?> located, double value, double least, double most, Object... path) {
        if (value < least || value > most) {
            throw located.error(
                    Code.RANGE,
                    "'" + field(path) + "' must lie between " + number(least) + " and " + number(most) + ", not "
                            + number(value),
                    path);
        }
    }

    static void size(Located<?> located, int size, int least, int most, Object... path) {
        if (size < least || size > most) {
            throw located.error(
                    Code.LIST_SIZE,
                    "'" + field(path) + "' needs " + least + " to " + most + " items; it has " + size,
                    path);
        }
    }

    private static String field(Object... path) {
        return String.valueOf(path[path.length - 1]);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
