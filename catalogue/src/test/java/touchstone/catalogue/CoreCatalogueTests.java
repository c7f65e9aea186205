package touchstone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.LevelPicture;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.Policy;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.QuestionKind;
import touchstone.catalogue.content.Role;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.content.StageKind;
import touchstone.catalogue.plan.PlanCheck;

/** The content that ships. */
class CoreCatalogueTests {

    private static final int LEAST_ANCHOR = 40;

    private static final Catalogue CORE = CorePack.catalogue();

    @TempDir
    private Path temporary;

    @Test
    void holdsRolesLevelsAndEnoughQuestions() {
        assertThat(CORE.roles()).extracting(Role::id).contains("ai-engineer", "ml-engineer", "data-scientist");
        assertThat(CORE.levels()).extracting(LevelPicture::level).containsExactly(Level.values());
        assertThat(CORE.all(StageDescription.class))
                .extracting(StageDescription::kind)
                .containsExactlyInAnyOrder(StageKind.values());
        assertThat(CORE.questions()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(CORE.plans())
                .extracting(Plan::id)
                .contains("full-loop", "short-loop", "senior-staff-loop", "ml-engineer-loop", "data-scientist-loop");
        assertThat(CORE.frame(Frame.DESIGN_ROUND).orElseThrow().closingSteps())
                .extracting(Frame.Step::id)
                .isEqualTo(Frame.CLOSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R-COMP-",
                "R-Q-",
                "R-SIGNAL-",
                "R-FLAG-",
                "R-AVOID-",
                "R-FRAME-",
                "R-SYS-",
                "R-STAGE-",
                "R-HOME-",
                "R-PREP-",
                "R-SCORE-4"
            })
    void coversEveryRequirementOfTheKind(String kind) {
        List<String> ids = CORE.coverage().keySet().stream()
                .filter(id -> id.startsWith(kind))
                .toList();
        assertThat(ids).isNotEmpty();
        assertThat(CORE.coverage().entrySet().stream()
                        .filter(covered -> covered.getKey().startsWith(kind)
                                && covered.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void holdsEveryRowOfTheRequirements() {
        Map<String, Long> rows = Map.of(
                "STAGE", 13L, "SIGNAL", 23L, "COMP", 19L, "Q", 27L, "AVOID", 4L, "FLAG", 9L, "SYS", 25L, "FRAME", 6L,
                "HOME", 8L, "PREP", 15L);
        rows.forEach((kind, count) -> assertThat(CORE.requirements().stream()
                        .filter(requirement -> requirement.id().startsWith("R-" + kind + "-")))
                .as(kind)
                .hasSize(count.intValue()));
    }

    @Test
    void writesAnchorsThatSayWhatOneSees() {
        for (Competency competency : CORE.competencies()) {
            assertThat(competency.anchors())
                    .as(competency.id())
                    .allSatisfy(anchor -> assertThat(anchor.length()).isGreaterThanOrEqualTo(LEAST_ANCHOR));
        }
    }

    @Test
    void asksForEveryWeightedCompetencyOfEveryRole() {
        for (Role role : CORE.roles()) {
            for (Role.Weight weight : role.competencies()) {
                assertThat(CORE.questions().stream()
                                .filter(question ->
                                        question.use().competencies().contains(weight.id()))
                                .filter(question ->
                                        question.reasonAgainst(role.id()).isEmpty()))
                        .as("questions on %s for %s", weight.id(), role.id())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void limitsFundamentalsForAnAiEngineerAndRulesOutPuzzlesAndTrivia() {
        Role engineer = CORE.role("ai-engineer").orElseThrow();
        assertThat(engineer.policyFor(QuestionKind.FUNDAMENTALS))
                .isInstanceOfSatisfying(
                        Policy.Limited.class,
                        limited -> assertThat(limited.mostScreenPercent()).isLessThanOrEqualTo(20));
        for (QuestionKind kind : List.of(QuestionKind.PUZZLE, QuestionKind.TRIVIA)) {
            assertThat(engineer.policyFor(kind)).isInstanceOf(Policy.OutOfBounds.class);
        }
    }

    @Test
    void offersTemplatesWithoutWarnings() {
        for (Plan plan : CORE.plans()) {
            assertThat(PlanCheck.of(plan, CORE)).as(plan.id()).isEmpty();
        }
    }

    @Test
    void asksTemplatesQuestionsOnlyWhereTheyFit() {
        for (Plan plan : CORE.plans()) {
            plan.stages()
                    .forEach(stage -> stage.questions().forEach(id -> {
                        Question question = CORE.get(Question.class, id);
                        assertThat(question.use().stages())
                                .as("%s in %s", id, plan.id())
                                .contains(stage.kind());
                    }));
        }
    }

    @Test
    void findsWhatPeopleLookFor() {
        for (String query : List.of("prompt injection", "rate limit", "drift", "chunking", "moderation", "rag")) {
            assertThat(CORE.search(query).stream().filter(hit -> hit.entry() instanceof Question))
                    .as(query)
                    .isNotEmpty();
        }
    }

    @Test
    void isReadFromAJarTheSame() throws IOException {
        Path jar = temporary.resolve("catalogue.jar");
        Path packs = Path.of("packs").toAbsolutePath();
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(packs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = packs.relativize(file).toString().replace('\\', '/');
                entries.putNextEntry(new JarEntry("touchstone/catalogue/packs/" + name));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        assertThat(CorePack.fromJar(jar).entries()).isEqualTo(CorePack.read().entries());
    }
}
