package touchstone.measurement.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import touchstone.chance.Chance;
import touchstone.measurement.fixtures.ReferenceFolder;
import touchstone.measurement.reliability.Components.Estimated;
import touchstone.measurement.reliability.DecisionStudy.Criterion;
import touchstone.measurement.reliability.DecisionStudy.Point;

class ComponentsTests {

    private static final Map<String, String[]> EFFECTS = Map.of(
            "p", new String[] {"candidate"},
            "i", new String[] {"interviewer"},
            "d", new String[] {"dimension"},
            "pi", new String[] {"candidate", "interviewer"},
            "pd", new String[] {"candidate", "dimension"},
            "id", new String[] {"interviewer", "dimension"},
            "pid_e", new String[] {"candidate", "interviewer", "dimension"});

    private static CrossedScores scores(String file) {
        CrossedScores.Builder builder = CrossedScores.builder("candidate", "interviewer", "dimension");
        for (String[] row : ReferenceFolder.rows(file)) {
            builder.add(Double.parseDouble(row[3]), row[0], row[1], row[2]);
        }
        return builder.build();
    }

    private static Estimated estimated(Components components) {
        return switch (components) {
            case Estimated found -> found;
            case Components.Undefined undefined -> throw new AssertionError(undefined.reason());
        };
    }

    private static JsonNode expected() {
        return ReferenceFolder.json("measurement/gstudy.expected.json");
    }

    @Test
    void agreesWithRsMeanSquares() {
        Estimated found = estimated(AnovaComponents.of(scores("measurement/gstudy_balanced.csv")));

        EFFECTS.forEach((name, facets) -> assertThat(found.of(facets))
                .as(name)
                .isCloseTo(
                        expected().path("variance_components_anova").path(name).asDouble(), within(1e-8)));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void agreesWithLme4OnACompleteDesign() {
        RemlComponents.Fit fit = RemlComponents.of(scores("measurement/gstudy_balanced.csv"));

        assertComponents(estimated(fit.components()), expected().path("variance_components_reml"));
        assertThat(fit.logLikelihood()).isCloseTo(expected().path("reml_loglik").asDouble(), within(1e-5));
    }

    @Test
    void agreesWithLme4OnASparseDesignWithComponentsAtZero() {
        JsonNode expected = expected().path("medium_company_reml");

        RemlComponents.Fit fit = RemlComponents.of(scores("measurement/medium_company.csv"));

        Estimated found = estimated(fit.components());
        assertComponents(found, expected.path("components"));
        assertThat(fit.logLikelihood()).isCloseTo(expected.path("reml_loglik").asDouble(), within(1e-4));
        assertThat(found.of("candidate", "dimension")).isZero();
        assertThat(found.of("interviewer", "dimension")).isZero();
        assertThat(found.notes()).hasSize(2).allSatisfy(note -> assertThat(note).contains("boundary"));
    }

    private static void assertComponents(Estimated found, JsonNode expected) {
        for (String name : expected.propertyNames()) {
            String[] facets = name.equals("Residual")
                    ? new String[] {"candidate", "interviewer", "dimension"}
                    : name.split(":", -1);
            assertThat(found.of(facets)).as(name).isCloseTo(expected.path(name).asDouble(), within(1e-5));
        }
    }

    @Test
    void agreesWithTheReferenceDecisionStudies() {
        Estimated found = estimated(AnovaComponents.of(scores("measurement/gstudy_balanced.csv")));
        DecisionStudy random = DecisionStudy.of(found, "candidate", Set.of());
        DecisionStudy fixed = DecisionStudy.of(found, "candidate", Set.of("dimension"));

        assertStudy(random, expected().path("d_study_dimensions_random"));
        assertStudy(fixed, expected().path("d_study_dimensions_fixed"));
        Map<String, Integer> five = Map.of("dimension", 5);
        assertThat(fixed.smallest("interviewer", five, Criterion.ABSOLUTE, 0.8)).hasValue(9);
        assertThat(fixed.smallest("interviewer", five, Criterion.RELATIVE, 0.8)).hasValue(6);
        assertThat(random.smallest("dimension", Map.of("interviewer", 1), Criterion.ABSOLUTE, 0.9))
                .isEmpty();
    }

    private static void assertStudy(DecisionStudy study, JsonNode expected) {
        for (JsonNode row : expected) {
            Point point = study.at(Map.of(
                    "interviewer",
                    row.path("n_interviewers").asInt(),
                    "dimension",
                    row.path("n_dimensions").asInt()));
            assertThat(point.universe()).isCloseTo(row.path("universe").asDouble(), within(1e-8));
            assertThat(point.relativeError()).isCloseTo(row.path("rel_error").asDouble(), within(1e-8));
            assertThat(point.absoluteError()).isCloseTo(row.path("abs_error").asDouble(), within(1e-8));
            assertThat(point.generalizability()).isCloseTo(row.path("Erho2").asDouble(), within(1e-8));
            assertThat(point.dependability()).isCloseTo(row.path("Phi").asDouble(), within(1e-8));
        }
    }

    @Test
    void recoversComponentsOfASparseDesignWithQuestions() {
        CrossedScores.Builder builder = CrossedScores.builder("candidate", "interviewer", "question");
        Chance chance = Chance.ofSeed(11);
        for (int c = 0; c < 600; c++) {
            for (int k = 0; k < 4; k++) {
                int i = (c * 7 + k * 5) % 20;
                for (int q = 0; q < 3; q++) {
                    int question = (c + k + q * 4) % 12;
                    double score = normal(chance, "p", c, 0)
                            + 0.5 * normal(chance, "i", i, 0)
                            + 0.8 * normal(chance, "pi", c, i)
                            + 0.6 * normal(chance, "e", c, i * 12 + question);
                    builder.add(score, "c" + c, "i" + i, "q" + question);
                }
            }
        }

        Estimated found = estimated(RemlComponents.of(builder.build()).components());

        assertThat(found.of("candidate")).isCloseTo(1, within(0.2));
        assertThat(found.of("interviewer")).isCloseTo(0.25, within(0.25));
        assertThat(found.of("candidate", "interviewer")).isCloseTo(0.64, within(0.1));
        assertThat(found.of("candidate", "interviewer", "question")).isCloseTo(0.36, within(0.05));
        assertThat(found.of("candidate", "question")).isCloseTo(0, within(0.05));
    }

    private static double normal(Chance chance, String name, int key, int other) {
        return chance.stream(name).key(key).key(other).generator().nextGaussian();
    }

    @Test
    void saysWhatTheDataCannotShow() {
        CrossedScores.Builder oneEach = CrossedScores.builder("candidate", "interviewer");
        oneEach.add(1, "a", "i").add(2, "b", "j").add(4, "c", "i");
        assertUndefined(RemlComponents.of(oneEach.build()).components(), "Every candidate has one score");
        assertUndefined(AnovaComponents.of(oneEach.build()), "not complete");

        CrossedScores.Builder equal = CrossedScores.builder("candidate", "interviewer");
        equal.add(3, "a", "i").add(3, "a", "j").add(3, "b", "i").add(3, "b", "j");
        assertUndefined(RemlComponents.of(equal.build()).components(), "equal");

        CrossedScores.Builder single = CrossedScores.builder("candidate", "interviewer");
        single.add(3, "a", "i").add(4, "a", "j");
        assertUndefined(RemlComponents.of(single.build()).components(), "two different values of candidate");
        assertUndefined(AnovaComponents.of(single.build()), "candidate has 1 level");

        CrossedScores.Builder oneRater = CrossedScores.builder("candidate", "interviewer", "dimension");
        oneRater.add(3, "a", "i", "x")
                .add(4, "a", "i", "y")
                .add(1, "b", "i", "x")
                .add(1.5, "b", "i", "y");
        assertThat(estimated(RemlComponents.of(oneRater.build()).components()).notes())
                .anySatisfy(note -> assertThat(note).contains("one interviewer only"));
    }

    private static void assertUndefined(Components components, String words) {
        assertThat(components)
                .isInstanceOfSatisfying(
                        Components.Undefined.class,
                        undefined -> assertThat(undefined.reason()).contains(words));
    }

    @Test
    void stepsUpLikeSpearmanAndBrown() {
        // Huffcutt, Culbertson and Weyhrauch (2013) as quoted in the research note: .44 becomes .70, .76, .80, .82
        assertThat(SpearmanBrown.of(0.44, 3)).isCloseTo(0.70, within(0.005));
        assertThat(SpearmanBrown.of(0.44, 4)).isCloseTo(0.76, within(0.005));
        assertThat(SpearmanBrown.of(0.44, 5)).isCloseTo(0.80, within(0.005));
        assertThat(SpearmanBrown.of(0.44, 6)).isCloseTo(0.82, within(0.006));
        assertThat(SpearmanBrown.needed(0.44, 0.8)).hasValue(6);
        assertThat(SpearmanBrown.needed(0.5, 0.8)).hasValue(4);
        assertThat(SpearmanBrown.needed(0, 0.8)).isEmpty();
        assertThatThrownBy(() -> SpearmanBrown.of(2, 1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> SpearmanBrown.needed(0.5, 1)).hasMessageContaining("between 0 and 1");
    }

    @Test
    void refusesWhatIsNoDesign() {
        assertThatThrownBy(() -> CrossedScores.builder("candidate")).hasMessageContaining("one to three");
        assertThatThrownBy(() -> CrossedScores.builder("a", "b").add(Double.NaN, "x", "y"))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> DecisionStudy.of(
                        estimated(AnovaComponents.of(scores("measurement/gstudy_balanced.csv"))),
                        "candidate",
                        Set.of("candidate")))
                .hasMessageContaining("cannot be a fixed facet");
    }
}
