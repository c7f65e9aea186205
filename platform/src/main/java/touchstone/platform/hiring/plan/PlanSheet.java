package touchstone.platform.hiring.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageKind;
import touchstone.catalogue.plan.CoverageMatrix;
import touchstone.catalogue.plan.PlanWarning;
import touchstone.platform.hiring.Opening;

/**
 * A plan with what the catalogue says about it.
 *
 * @param plan the draft, or what somebody has entered and not kept yet
 * @param change what the next change names
 * @param warnings the most important first
 * @param kinds titles of the kinds of stage, by id
 * @param competencies of the whole catalogue, those of the opening's role first
 */
public record PlanSheet(
        Opening opening,
        Plan plan,
        Change change,
        List<PlanWarning> warnings,
        CoverageMatrix matrix,
        Map<String, String> kinds,
        Map<String, Competency> competencies) {

    /**
     * Where the draft stands.
     *
     * @param version that the next change names
     * @param undo whether there is an earlier draft
     */
    public record Change(int version, boolean undo) {}

    public PlanSheet {
        warnings = List.copyOf(warnings);
        kinds = Map.copyOf(kinds);
        competencies = Collections.unmodifiableMap(new LinkedHashMap<>(competencies));
    }

    /** Address of the plan's pages. */
    public String path() {
        return "/openings/" + opening.id() + "/plan";
    }

    public String competency(String id) {
        Competency found = competencies.get(id);
        return found == null ? id : found.title();
    }

    public String kind(StageKind kind) {
        return kinds.getOrDefault(kind.id(), kind.id());
    }

    /** What the opening's level asks for. */
    public Optional<Competency.Bar> bar(String id) {
        return Optional.ofNullable(competencies.get(id)).flatMap(found -> found.bar(opening.level()));
    }

    /** Columns of the matrix: stages in which something can be rated, with their place in the plan. */
    public List<Column> columns() {
        List<Column> columns = new java.util.ArrayList<>();
        List<PlanStage> stages = matrix.stages();
        for (int index = 0; index < stages.size(); index++) {
            StageKind kind = stages.get(index).kind();
            if (kind != StageKind.DEBRIEF && kind != StageKind.OFFER) {
                columns.add(new Column(index + 1, stages.get(index)));
            }
        }
        return columns;
    }

    /** @param number place of the stage in the plan, from 1 */
    public record Column(int number, PlanStage stage) {

        /** What the matrix says of this stage and the row's competency. */
        public CoverageMatrix.Cell cell(CoverageMatrix.Row row) {
            return row.cells().get(number - 1);
        }
    }
}
