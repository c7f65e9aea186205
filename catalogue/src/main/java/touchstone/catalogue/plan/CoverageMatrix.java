package touchstone.catalogue.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;

/**
 * Which stage of a plan looks at which competency.
 *
 * @param stages columns, in the plan's order
 * @param rows weighted competencies in the order of the weights, then those that are rated without weight
 */
public record CoverageMatrix(List<PlanStage> stages, List<Row> rows) {

    public CoverageMatrix {
        stages = List.copyOf(stages);
        rows = List.copyOf(rows);
    }

    /** The matrix of a plan. A question that the catalogue does not hold counts for nothing. */
    public static CoverageMatrix of(Plan plan, Catalogue catalogue) {
        Set<String> ids = new LinkedHashSet<>(plan.weights().keySet());
        plan.stages().forEach(stage -> ids.addAll(stage.competencies()));
        List<Row> rows = ids.stream().map(id -> row(id, plan, catalogue)).toList();
        return new CoverageMatrix(plan.stages(), rows);
    }

    private static Row row(String id, Plan plan, Catalogue catalogue) {
        String title = catalogue.competency(id).map(Competency::title).orElse(id);
        List<Cell> cells = plan.stages().stream()
                .map(stage -> new Cell(stage.id(), stage.competencies().contains(id), (int) stage.questions().stream()
                        .filter(question -> asksFor(id, question, catalogue))
                        .count()))
                .toList();
        return new Row(id, title, plan.weights().getOrDefault(id, 0), cells);
    }

    private static boolean asksFor(String competency, String question, Catalogue catalogue) {
        return catalogue
                .question(question)
                .filter(found -> found.use().competencies().contains(competency))
                .isPresent();
    }

    /**
     * A competency.
     *
     * @param weight 0 when the plan gives it none
     * @param cells one for each stage
     */
    public record Row(String competency, String title, int weight, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** In how many stages it is rated. */
        public int stages() {
            return (int) cells.stream().filter(Cell::rated).count();
        }
    }

    /**
     * A competency in a stage.
     *
     * @param rated whether the stage's scorecard has it
     * @param questions how many questions of the stage's kit are evidence for it
     */
    public record Cell(String stage, boolean rated, int questions) {}
}
