package touchstone.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.knowledge.Fact;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Pace;
import touchstone.simulator.model.Price;
import touchstone.simulator.model.Quality;

/** What the benchmarks ask, and the scenario of the simulator that answers. */
final class Prompts {

    /** Token events of a stream. */
    static final int TOKENS = 50;

    /** Planned time from one token event to the next, in milliseconds. */
    static final int GAP_MILLIS = 20;

    static final String PATH = "/v1/chat/completions";

    private static final String FAST = "sim-fast";
    private static final String PACED = "sim-paced";
    private static final List<String> WORDS =
            List.of("valve", "north", "pump", "holds", "steady", "under", "load", "until", "night", "ends");

    private Prompts() {}

    /** A model without latency and one with a fixed pace; limits that never bind. */
    static Scenario scenario() {
        LimitRule limits = new LimitRule("*", "*", 100_000_000, 100_000_000, 100_000_000, 100_000_000);
        Fact fact = new Fact("fact", answer(), List.of());
        Question question = new Question("item", "NOTE-7", List.of("fact"), answer(), List.of("No note says that."));
        return new Scenario(
                1,
                "",
                List.of(
                        card(FAST, new Pace(0, 0, 0, 0, 1, 1)),
                        card(PACED, new Pace(0, 0, GAP_MILLIS * 1_000L, 0, 1, 1))),
                List.of(limits),
                FaultSchedule.NONE,
                new Knowledge(List.of(fact), List.of(question)));
    }

    /** A short plain request to the model without latency. */
    static String plain() {
        return "{\"model\":\"" + FAST + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello there\"}]}";
    }

    /** A request with its evidence in the prompt, whose answer has {@link #TOKENS} tokens. */
    static String grounded(boolean streamed) {
        return "{\"model\":\"" + (streamed ? PACED : FAST) + "\",\"stream\":" + streamed
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"" + answer() + ". What does NOTE-7 say?\"}]}";
    }

    private static String answer() {
        return IntStream.range(0, TOKENS)
                .mapToObj(i -> WORDS.get(i % WORDS.size()))
                .collect(Collectors.joining(" "));
    }

    private static ModelCard card(String id, Pace pace) {
        return new ModelCard(id, 32_768, new Price(500, 250, 2_000), pace, new Quality(1, 1, 1, 1, 1, 4_000));
    }
}
