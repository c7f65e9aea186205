package touchstone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.FaultSchedule;

class PromptTests {

    @Test
    void ledgerKeepsPromptsOnlyWhereTheScenarioSaysSo() throws Exception {
        assertThat(promptKept(Wire.scenario(FaultSchedule.NONE, LimitRule.WIDE)))
                .isEmpty();
        Scenario plain = Wire.scenario(FaultSchedule.NONE, LimitRule.WIDE);
        Scenario keeping = new Scenario(
                plain.seed(),
                plain.apiKey(),
                plain.models(),
                List.of(LimitRule.WIDE),
                plain.faults(),
                plain.knowledge(),
                true);
        assertThat(promptKept(keeping)).isEqualTo("say item-1\n");
    }

    private static String promptKept(Scenario scenario) throws Exception {
        try (Wire wire = new Wire(scenario)) {
            wire.chat(Wire.chat(scenario.models().getFirst().id(), ""));
            return wire.line(1).request().prompt();
        }
    }
}
