package touchstone.catalogue;

import java.util.List;
import touchstone.catalogue.CatalogueException.Code;
import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.Requirement;
import touchstone.catalogue.content.Role;
import touchstone.catalogue.content.Signal;

/** Whether every id that an entry names belongs to an entry of the catalogue. */
final class ReferenceCheck {

    private final Catalogue catalogue;
    private final Located<?> located;

    private ReferenceCheck(Catalogue catalogue, Located<?> located) {
        this.catalogue = catalogue;
        this.located = located;
    }

    static void check(Catalogue catalogue, List<Located<?>> entries) {
        for (Located<?> located : entries) {
            new ReferenceCheck(catalogue, located).check();
        }
    }

    private void check() {
        known(Requirement.class, "requirement", located.entry().covers(), "covers");
        switch (located.entry()) {
            case Role role -> {
                for (int index = 0; index < role.competencies().size(); index++) {
                    String id = role.competencies().get(index).id();
                    known(Competency.class, "competency", id, "competencies", index, "id");
                }
            }
            case Question question -> question(question);
            case Signal signal -> known(Competency.class, "competency", signal.competencies(), "competencies");
            case AvoidedKind avoided -> known(Role.class, "role", avoided.roles(), "roles");
            case Plan plan -> plan(plan);
            default -> {}
        }
    }

    private void question(Question question) {
        known(Competency.class, "competency", question.use().competencies(), "use", "competencies");
        known(RedFlag.class, "red flag", question.guide().redFlags(), "guide", "redFlags");
        for (int index = 0; index < question.outOfBounds().size(); index++) {
            String role = question.outOfBounds().get(index).role();
            known(Role.class, "role", role, "outOfBounds", index, "role");
        }
        question.frame().ifPresent(frame -> known(Frame.class, "frame", frame, "frame"));
    }

    private void plan(Plan plan) {
        known(Role.class, "role", plan.role(), "role");
        for (int index = 0; index < plan.stages().size(); index++) {
            PlanStage stage = plan.stages().get(index);
            known(Competency.class, "competency", stage.competencies(), "stages", index, "competencies");
            known(Question.class, "question", stage.questions(), "stages", index, "questions");
        }
        for (String id : plan.weights().keySet()) {
            known(Competency.class, "competency", id, "weights", id);
        }
    }

    private void known(Class<? extends Entry> type, String noun, List<String> ids, Object... path) {
        for (int index = 0; index < ids.size(); index++) {
            Object[] way = java.util.Arrays.copyOf(path, path.length + 1);
            way[path.length] = index;
            known(type, noun, ids.get(index), way);
        }
    }

    private void known(Class<? extends Entry> type, String noun, String id, Object... path) {
        if (catalogue.find(type, id).isEmpty()) {
            List<String> ids = catalogue.all(type).stream().map(Entry::id).toList();
            String hint = Spelling.nearest(id, ids)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("");
            throw located.error(Code.UNKNOWN_REFERENCE, "unknown " + noun + " '" + id + "'" + hint, path);
        }
    }
}
