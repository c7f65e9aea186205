package touchstone.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.FaultWindow;
import touchstone.simulator.fault.Step;
import touchstone.simulator.knowledge.Conflict;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.model.ModelCard;
import touchstone.yaml.YamlException;

class ScenarioFileTests {

    private static final Path EXAMPLE = Path.of("../docs/examples/scenario.yaml");

    @TempDir
    private Path folder;

    @Test
    void readsTheExample() {
        Scenario scenario = ScenarioFile.read(EXAMPLE);
        assertThat(scenario.seed()).isEqualTo(7);
        assertThat(scenario.apiKey()).isEqualTo("practice");
        assertThat(scenario.models().getFirst()).isEqualTo(ModelCard.SMALL);
        ModelCard changed = scenario.models().get(1);
        assertThat(changed.id()).isEqualTo("sim-medium");
        assertThat(changed.contextTokens()).isEqualTo(16_384);
        assertThat(changed.quality().grounded()).isEqualTo(1.0);
        assertThat(changed.quality().buried())
                .isEqualTo(ModelCard.MEDIUM.quality().buried());
        assertThat(scenario.limits())
                .containsExactly(
                        new LimitRule("*", "*", 600, 20, 200_000, 200_000),
                        new LimitRule("crunch", "sim-medium", 60, 60, 20_000, 20_000));
        assertThat(scenario.faults().plans().get("item-1"))
                .isEqualTo(FaultPlan.of(
                        new Fault.RateLimited(Duration.ofMillis(1_200), Fault.HintForm.SECONDS), Step.SERVE));
        assertThat(scenario.faults().windows())
                .containsExactly(new FaultWindow("outage", Set.of("sim-medium"), new Fault.HttpError(503)));
        assertThat(scenario.knowledge().questions()).hasSize(4);
        assertThat(scenario.models().get(2).quality().resists()).isEqualTo(0.7);
        Question notice = scenario.knowledge().questions().getFirst();
        assertThat(notice.answerable()).isTrue();
        assertThat(notice.conflicts()).containsExactly(new Conflict("old-notice", "four weeks"));
        assertThat(scenario.knowledge().injections()).hasSize(1);
        assertThat(scenario.keepsPrompts()).isTrue();
    }

    @Test
    void fillsWhatIsMissingAsInThePlainScenario() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "seed: 9\n");
        assertThat(ScenarioFile.read(file)).isEqualTo(Scenario.plain(9));
    }

    @Test
    void knowsEveryFault() throws IOException {
        for (Class<?> fault : Fault.class.getPermittedSubclasses()) {
            String yaml = "seed: 1\nfaults:\n  plans:\n    a: [serve, insufficient-quota, http-400, http-502,"
                    + " connection-reset, hang, stall, clean-end, error-event, malformed-json, schema-breaking,"
                    + " slow-start, truncated-by-length, usage-missing, rate-limited]\n";
            Path file = Files.writeString(folder.resolve("s.yaml"), yaml);
            assertThat(ScenarioFile.read(file).faults().plans().values())
                    .singleElement()
                    .satisfies(plan -> assertThat(plan.steps()).hasAtLeastOneElementOfType(fault));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        - rate-limited: {  | - rate-limitd: {     | :43: unknown fault 'rate-limitd'; known faults: clean-end,
        form: seconds}     | shape: seconds}      | :43: unknown setting 'shape' of 'rate-limited'; known settings: form, retryAfterMs
        form: seconds}     | form: minutes}       | :43: 'form' must be seconds, milliseconds or date, not 'minutes'
        retryAfterMs: 1200 | retryAfterMs: soon   | :43: 'retryAfterMs' must be a whole number from 0 to 3600000, not 'soon'
        fault: http-503    | fault: serve         | :51: 'serve' is not a fault
        fault: http-503    | fault: http-418      | :53: unknown fault 'http-418'; known faults
        - phase: outage    | - during: outage     | :51: field 'phase' is missing; fields given: during, models, fault
        model: sim-small   | model: gpt           | :8: unknown model 'gpt'; known models: sim-small, sim-medium, sim-large
        grounded: 1.0      | grounded: 1.7        | :9: a quality must be a probability from 0 to 1
        grounded: 1.0      | ground: 1.0          | :11: unknown field 'ground'; known fields: abstains
        noise: 0.1         | noise: much          | :19: field 'noise' must be a number, not 'much'
        id: sim-tiny       | id: sim-small        | :3: two models share an id: sim-small, sim-medium, sim-small
        facts: [notice]    | facts: [notices]     | question item-1 needs unknown fact notices
        marker: q-osprey   | marker: q-kestrel    | questions item-1 and item-2 share the marker q-kestrel
        wrongAnswers: ["41"] | wrongAnswers: []   | question item-2 needs at least one wrong answer
        requestBurst: 20   | requestBurst: 0      | a limit must be at least 1
        seed: 7            | seed: seven          | :3: field 'seed' must be a whole number, not 'seven'
        seed: 7            | sead: 7              | field 'seed' is missing; fields given: sead
        """)
    void saysWhatIsWrongAndWhere(String good, String bad, String message) throws IOException {
        String example = Files.readString(EXAMPLE);
        assertThat(example).contains(good);
        Path file = Files.writeString(folder.resolve("s.yaml"), example.replace(good, bad));
        YamlException wrong = catchThrowableOfType(YamlException.class, () -> ScenarioFile.read(file));
        assertThat(wrong).isNotNull();
        assertThat(wrong.getMessage()).startsWith("s.yaml:").contains(message).doesNotContain("\n");
        assertThat(wrong.line()).isPositive();
    }
}
