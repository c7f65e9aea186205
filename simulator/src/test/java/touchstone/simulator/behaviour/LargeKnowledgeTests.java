package touchstone.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.knowledge.Fact;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Quality;

class LargeKnowledgeTests {

    private static final int QUESTIONS = 500;
    private static final ModelCard NEVER_DISTRACTED = new ModelCard(
            "sim-large", 200_000, ModelCard.LARGE.price(), ModelCard.LARGE.pace(), new Quality(1, 1, 1, 1, 1, 200_000));

    private final GroundedBehaviour behaviour = new GroundedBehaviour(
            new Scenario(1, "", List.of(NEVER_DISTRACTED), List.of(LimitRule.WIDE), FaultSchedule.NONE, knowledge()));

    @Test
    void findsEachOfFiveHundredMarkersThatShareTheirFirstWord() {
        for (int i = 0; i < QUESTIONS; i++) {
            assertThat(behaviour.itemOf("Tell me, for item-" + i + "-x please."))
                    .isEqualTo("item " + i);
        }
    }

    @Test
    void answersFromAWholeWindowOfNearlyEqualFactsInReasonableTime() {
        String context = String.join(
                "\n",
                IntStream.range(0, 6_000).mapToObj(LargeKnowledgeTests::span).toList());
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            ChatRequest request = Prompts.chat("sim-large", Prompts.user(context + "\nitem-" + i + "-x"));
            assertThat(behaviour.answer(request, NEVER_DISTRACTED, 0).text()).isEqualTo("answer " + i);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(taken).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void nearlyEqualFactsAreNoEvidenceForEachOther() {
        String others = String.join(
                "\n",
                IntStream.range(100, 400).mapToObj(LargeKnowledgeTests::span).toList());
        ChatRequest request = Prompts.chat("sim-large", Prompts.user(others + "\nitem-7-x"));
        assertThat(behaviour.answer(request, NEVER_DISTRACTED, 0).text()).isEqualTo("wrong");
    }

    private static Knowledge knowledge() {
        return new Knowledge(
                IntStream.range(0, QUESTIONS)
                        .mapToObj(i -> new Fact("f" + i, span(i), List.of()))
                        .toList(),
                IntStream.range(0, QUESTIONS)
                        .mapToObj(i -> new Question(
                                "item " + i, "item-" + i + "-x", List.of("f" + i), "answer " + i, List.of("wrong")))
                        .toList());
    }

    private static String span(int i) {
        return "The room on floor " + i + " is open for all staff of the house in week " + i + " of the year.";
    }
}
