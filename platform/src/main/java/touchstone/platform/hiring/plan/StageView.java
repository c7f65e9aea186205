package touchstone.platform.hiring.plan;

import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.content.StageKind;

/**
 * One stage being edited.
 *
 * @param stage as it is kept or as it was entered
 * @param kind what such a stage is for
 * @param stored what somebody else kept in between; empty without a conflict
 * @param labs ids that templates name
 */
public record StageView(
        PlanSheet sheet,
        PlanStage stage,
        StageDescription kind,
        Kit kit,
        Optional<PlanStage> stored,
        List<String> labs) {

    public StageView {
        labs = List.copyOf(labs);
    }

    public String path() {
        return sheet.path() + "/stages/" + stage.id();
    }

    /** Whether interviewers rate something in it. */
    public boolean rates() {
        return stage.kind() != StageKind.DEBRIEF && stage.kind() != StageKind.OFFER;
    }

    public boolean takesLab() {
        return stage.kind() == StageKind.TAKE_HOME;
    }

    /** Competencies that the plan weights or the stage rates. */
    public List<Competency> near() {
        return sheet.competencies().values().stream().filter(this::isNear).toList();
    }

    /** All others of the catalogue. */
    public List<Competency> far() {
        return sheet.competencies().values().stream()
                .filter(one -> !isNear(one))
                .toList();
    }

    private boolean isNear(Competency one) {
        return sheet.plan().weights().containsKey(one.id())
                || stage.competencies().contains(one.id());
    }

    public boolean isRated(Competency one) {
        return stage.competencies().contains(one.id());
    }
}
