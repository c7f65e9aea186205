package touchstone.platform.hiring.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.SearchHit;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.Policy;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.Role;
import touchstone.platform.hiring.Opening;

/**
 * The questions of a stage, and those that could be added.
 *
 * @param chosen in the order in which they are asked
 * @param found what was looked for, without those that are chosen
 * @param more how many more were found than are shown
 */
public record Kit(Wanted wanted, List<Item> chosen, List<Item> found, int more) {

    private static final int SHOWN = 30;

    public Kit {
        chosen = List.copyOf(chosen);
        found = List.copyOf(found);
    }

    /**
     * What somebody looks for.
     *
     * @param competency id; empty for any that the stage rates
     * @param all also questions for other stages and competencies, and those that the role rules out
     */
    public record Wanted(String text, String competency, boolean all) {}

    /**
     * A question.
     *
     * @param question empty when the catalogue does not have it any more
     * @param against why the opening's role should not be asked it
     */
    public record Item(String id, Optional<Question> question, Optional<String> against) {
        public String title() {
            return question.map(Question::title).orElse(id);
        }
    }

    /** Minutes that the chosen questions take. */
    public int minutes() {
        return chosen.stream()
                .flatMap(item -> item.question().stream())
                .mapToInt(question -> question.use().minutes())
                .sum();
    }

    static Kit of(Catalogue catalogue, Opening opening, PlanStage stage, Wanted wanted) {
        Optional<Role> role = catalogue.role(opening.role());
        List<Item> chosen = stage.questions().stream()
                .map(id -> item(id, catalogue.question(id), role))
                .toList();
        Stream<Question> source = wanted.text().isBlank()
                ? catalogue.questions().stream()
                : catalogue.search(wanted.text()).stream()
                        .map(SearchHit::entry)
                        .flatMap(entry -> entry instanceof Question question ? Stream.of(question) : Stream.empty());
        List<Item> found = source.filter(question -> !stage.questions().contains(question.id()))
                .filter(question -> fits(question, opening, stage, wanted))
                .map(question -> item(question.id(), Optional.of(question), role))
                .filter(item -> wanted.all() || item.against().isEmpty())
                .toList();
        return new Kit(wanted, chosen, found.stream().limit(SHOWN).toList(), Math.max(0, found.size() - SHOWN));
    }

    private static boolean fits(Question question, Opening opening, PlanStage stage, Wanted wanted) {
        List<String> rated = question.use().competencies();
        if (!wanted.competency().isEmpty() && !rated.contains(wanted.competency())) {
            return false;
        }
        if (wanted.all()) {
            return true;
        }
        boolean competency = !wanted.competency().isEmpty()
                || stage.competencies().isEmpty()
                || rated.stream().anyMatch(stage.competencies()::contains);
        return competency
                && question.use().stages().contains(stage.kind())
                && question.use().levels().contains(opening.level());
    }

    private static Item item(String id, Optional<Question> question, Optional<Role> role) {
        return new Item(
                id,
                question,
                question.flatMap(found -> role.flatMap(who -> found.reasonAgainst(who.id())
                        .or(() -> who.policyFor(found.use().kind()) instanceof Policy.OutOfBounds out
                                ? Optional.of(out.reason())
                                : Optional.empty()))));
    }
}
