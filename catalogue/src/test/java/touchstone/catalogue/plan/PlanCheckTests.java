package touchstone.catalogue.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.SmallPack;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.PlanStage.Panel;
import touchstone.catalogue.content.PlanStage.Pool;
import touchstone.catalogue.content.StageKind;
import touchstone.catalogue.plan.PlanWarning.Code;
import touchstone.yaml.YamlFile;

class PlanCheckTests {

    private static final Panel ENGINEER = new Panel(Pool.ENGINEERS, 1);

    private final Catalogue catalogue = SmallPack.catalogue();
    private final Plan plan = catalogue.plan("full-loop").orElseThrow();

    @Test
    void saysNothingOfASoundPlan() {
        assertThat(PlanCheck.of(plan, catalogue)).isEmpty();
    }

    @Test
    void namesWhatNoStageRates() {
        Plan changed = with(plan.stages(), Map.of("rag-design", 5, "ml-fundamentals", 1));
        assertThat(only(changed, Code.UNCOVERED_COMPETENCY))
                .isEqualTo("Fundamentals has weight 1, but no interview rates it.");
    }

    @Test
    void missesEvaluation() {
        Plan changed = with(
                stages(stage(StageKind.BAR_RAISER, 60, ENGINEER, List.of("rag-design"), List.of())),
                Map.of("rag-design", 5));
        assertThat(codes(changed)).containsExactly(Code.NO_EVALUATION);
    }

    @Test
    void namesQuestionsThatAreOutOfBoundsWithTheReason() {
        Plan changed = plus(
                stage(StageKind.CODING, 60, ENGINEER, List.of("rag-design"), List.of("reverse-a-list", "why-descent")));
        assertThat(PlanCheck.of(changed, catalogue))
                .extracting(PlanWarning::code, PlanWarning::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Code.OUT_OF_BOUNDS, "Puzzles measure another skill."),
                        org.assertj.core.groups.Tuple.tuple(Code.OUT_OF_BOUNDS, "Not needed in this work."));
    }

    @Test
    void countsLimitedKindsInScreensOnly() {
        PlanStage screen =
                stage(StageKind.TECHNICAL_SCREEN, 14, ENGINEER, List.of("rag-design"), List.of("why-descent"));
        assertThat(PlanCheck.of(plus(screen), catalogue))
                .filteredOn(warning -> warning.code() == Code.OVER_LIMIT)
                .extracting(PlanWarning::sentence)
                .containsExactly(
                        "Questions of the kind fundamentals take 15 of 74 screen minutes; for the role AI engineer"
                                + " at most 20 % are meant.");
        PlanStage longer =
                stage(StageKind.TECHNICAL_SCREEN, 15, ENGINEER, List.of("rag-design"), List.of("why-descent"));
        assertThat(codes(plus(longer))).doesNotContain(Code.OVER_LIMIT);
        PlanStage loop = stage(StageKind.CODING, 15, ENGINEER, List.of("rag-design"), List.of("why-descent"));
        assertThat(codes(plus(loop))).doesNotContain(Code.OVER_LIMIT);
    }

    @Test
    void countsRoundsAfterTheScreens() {
        PlanStage[] five = IntStream.range(0, 5)
                .mapToObj(index -> stage(StageKind.CODING, 60, ENGINEER, List.of("rag-design"), List.of()))
                .toArray(PlanStage[]::new);
        assertThat(only(plus(five), Code.TOO_MANY_ROUNDS))
                .isEqualTo("The plan has 7 interviews after the screens; more than 6 are too many.");
        assertThat(codes(plus(five[0], five[1], five[2], five[3]))).isEmpty();
    }

    @Test
    void weighsLabsByTheStagesThatShareACompetency() {
        List<PlanStage> labAndBar = plan.stages().stream()
                .filter(stage -> stage.kind() == StageKind.TAKE_HOME || stage.kind() == StageKind.BAR_RAISER)
                .toList();
        assertThat(PlanCheck.of(with(labAndBar, plan.weights()), catalogue))
                .extracting(PlanWarning::sentence)
                .contains("Labs carry 56 % of the weight; at most 40 % are meant.");
        assertThat(codes(with(labAndBar, Map.of("rag-design", 2, "evaluation-discipline", 3))))
                .doesNotContain(Code.LABS_TOO_HEAVY);
    }

    @Test
    void countsACompetencyThatOnlyATakeHomeRatesAsUncovered() {
        List<PlanStage> takeHome = plan.stages().stream()
                .filter(stage -> stage.kind() == StageKind.TAKE_HOME)
                .toList();
        assertThat(codes(with(takeHome, plan.weights()))).contains(Code.UNCOVERED_COMPETENCY);
    }

    @Test
    void wantsTimePeopleAndSomethingToRate() {
        assertThat(only(
                        plus(stage(
                                StageKind.SYSTEM_DESIGN,
                                30,
                                ENGINEER,
                                List.of("rag-design"),
                                List.of("design-search"))),
                        Code.STAGE_TOO_SHORT))
                .isEqualTo("The questions of 'A stage' take 45 minutes; the stage has 30.");
        PlanStage alone = stage(StageKind.CODING, 30, new Panel(Pool.NONE, 1), List.of("rag-design"), List.of());
        assertThat(only(plus(alone), Code.NO_POOL)).isEqualTo("Nobody is named to hold 'A stage'.");
        assertThat(only(plus(stage(StageKind.CODING, 30, ENGINEER, List.of(), List.of())), Code.NOTHING_RATED))
                .isEqualTo("'A stage' rates no competency.");
        assertThat(codes(plus(stage(StageKind.DEBRIEF, 30, new Panel(Pool.NONE, 0), List.of(), List.of()))))
                .isEmpty();
    }

    @Test
    void missesTheBarRaiserWhoHasAVeto() {
        List<PlanStage> without = plan.stages().stream()
                .filter(stage -> stage.kind() != StageKind.BAR_RAISER)
                .toList();
        assertThat(only(with(without, plan.weights()), Code.NO_BAR_RAISER))
                .isEqualTo("The rule gives the bar raiser a veto, but no stage has a bar raiser.");
    }

    @Test
    void namesWhatTheCatalogueDoesNotHold() {
        Plan changed = plus(stage(StageKind.CODING, 30, ENGINEER, List.of("gone"), List.of("gone-too")));
        assertThat(PlanCheck.of(changed, catalogue))
                .extracting(PlanWarning::sentence)
                .containsExactly(
                        "The catalogue holds no competency 'gone'.", "The catalogue holds no question 'gone-too'.");
    }

    @Test
    void showsWhichStageLooksAtWhat() {
        CoverageMatrix matrix = CoverageMatrix.of(plan, catalogue);
        assertThat(matrix.stages()).isEqualTo(plan.stages());
        assertThat(matrix.rows())
                .extracting(CoverageMatrix.Row::competency)
                .containsExactly("rag-design", "evaluation-discipline");
        CoverageMatrix.Row evaluation = matrix.rows().getLast();
        assertThat(evaluation.weight()).isEqualTo(4);
        assertThat(evaluation.stages()).isEqualTo(2);
        assertThat(evaluation.cells())
                .containsExactly(
                        new CoverageMatrix.Cell("screen", false, 0),
                        new CoverageMatrix.Cell("work", false, 0),
                        new CoverageMatrix.Cell("design", true, 1),
                        new CoverageMatrix.Cell("bar", true, 0));
    }

    @Test
    void keepsAPlanThroughJson() {
        var mapper = YamlFile.mapper();
        String written = mapper.writeValueAsString(plan);
        assertThat(written)
                .contains("weights")
                .contains("labFloor")
                .doesNotContain("terms")
                .doesNotContain("panel");
        assertThat(mapper.readValue(written, Plan.class)).isEqualTo(plan);
        var json = tools.jackson.databind.json.JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(plan), Plan.class)).isEqualTo(plan);
        catalogue
                .questions()
                .forEach(question -> assertThat(json.readValue(
                                json.writeValueAsString(question), touchstone.catalogue.content.Question.class))
                        .isEqualTo(question));
    }

    private static PlanStage stage(
            StageKind kind, int minutes, Panel panel, List<String> competencies, List<String> questions) {
        return new PlanStage("a-stage", kind, "A stage", minutes, panel, competencies, questions, Optional.empty());
    }

    private static List<PlanStage> stages(PlanStage... stages) {
        return List.of(stages);
    }

    private Plan plus(PlanStage... more) {
        return with(Stream.concat(plan.stages().stream(), Stream.of(more)).toList(), plan.weights());
    }

    private Plan with(List<PlanStage> stages, Map<String, Integer> weights) {
        Plan.Terms terms = new Plan.Terms(weights, plan.rule(), plan.clock());
        return new Plan(plan.id(), plan.title(), plan.role(), plan.levels(), plan.summary(), stages, terms, List.of());
    }

    private List<Code> codes(Plan changed) {
        return PlanCheck.of(changed, catalogue).stream().map(PlanWarning::code).toList();
    }

    private String only(Plan changed, Code code) {
        List<PlanWarning> warnings = PlanCheck.of(changed, catalogue);
        assertThat(warnings).extracting(PlanWarning::code).containsOnly(code);
        assertThat(warnings).allSatisfy(warning -> assertThat(warning.why()).isNotBlank());
        return warnings.getFirst().sentence();
    }
}
