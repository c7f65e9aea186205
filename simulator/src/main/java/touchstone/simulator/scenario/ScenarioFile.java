package touchstone.simulator.scenario;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.FaultWindow;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.model.ModelCard;
import touchstone.yaml.YamlException;
import touchstone.yaml.YamlFile;

/**
 * A scenario file, as docs/examples/scenario.yaml shows it. Only {@code seed} is required; what is missing is as in
 * {@link Scenario#plain}.
 */
public final class ScenarioFile {

    private ScenarioFile() {}

    /** @throws YamlException with one sentence, file and line, whatever is wrong */
    public static Scenario read(Path file) {
        return YamlFile.read(file, Root.class).scenario();
    }

    record Root(
            long seed,
            Optional<String> apiKey,
            List<ModelEntry> models,
            List<LimitEntry> limits,
            Optional<FaultEntries> faults,
            Optional<KnowledgeEntry> knowledge,
            Optional<Boolean> keepsPrompts) {

        Root {
            List<String> ids =
                    models.stream().map(ModelEntry::card).map(ModelCard::id).toList();
            if (Set.copyOf(ids).size() < ids.size()) {
                throw new IllegalArgumentException("two models share an id: " + String.join(", ", ids));
            }
            GroundedBehaviour.check(knowledge.map(KnowledgeEntry::knowledge).orElse(Knowledge.NONE));
        }

        Scenario scenario() {
            Scenario plain = Scenario.plain(seed);
            return new Scenario(
                    seed,
                    apiKey.orElse(plain.apiKey()),
                    models.isEmpty()
                            ? plain.models()
                            : models.stream().map(ModelEntry::card).toList(),
                    limits.isEmpty()
                            ? plain.limits()
                            : limits.stream().map(LimitEntry::rule).toList(),
                    faults.map(FaultEntries::schedule).orElse(plain.faults()),
                    knowledge.map(KnowledgeEntry::knowledge).orElse(plain.knowledge()),
                    keepsPrompts.orElse(false));
        }
    }

    /** A limit rule; a burst that is missing is one minute's worth. */
    record LimitEntry(
            Optional<String> phase,
            Optional<String> model,
            int requestsPerMinute,
            Optional<Integer> requestBurst,
            int tokensPerMinute,
            Optional<Integer> tokenBurst) {

        LimitEntry {
            if (requestsPerMinute < 1
                    || tokensPerMinute < 1
                    || requestBurst.orElse(1) < 1
                    || tokenBurst.orElse(1) < 1) {
                throw new IllegalArgumentException("a limit must be at least 1");
            }
        }

        LimitRule rule() {
            return new LimitRule(
                    phase.orElse("*"),
                    model.orElse("*"),
                    requestsPerMinute,
                    requestBurst.orElse(requestsPerMinute),
                    tokensPerMinute,
                    tokenBurst.orElse(tokensPerMinute));
        }
    }

    record FaultEntries(Map<String, List<StepEntry>> plans, List<WindowEntry> windows) {

        FaultEntries {
            plans.forEach((item, steps) -> {
                if (steps.isEmpty()) {
                    throw new IllegalArgumentException("the fault plan of '" + item + "' needs at least one step");
                }
            });
        }

        FaultSchedule schedule() {
            Map<String, FaultPlan> byItem = new HashMap<>();
            plans.forEach((item, steps) -> byItem.put(
                    item, new FaultPlan(steps.stream().map(StepEntry::step).toList())));
            return new FaultSchedule(
                    byItem, windows.stream().map(WindowEntry::window).toList());
        }
    }

    record WindowEntry(String phase, Set<String> models, StepEntry fault) {

        WindowEntry {
            fault.requireFault();
        }

        FaultWindow window() {
            return new FaultWindow(phase, models, fault.requireFault());
        }
    }
}
