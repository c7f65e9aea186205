package touchstone.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.simulator.model.ModelCard;

class AnswerFromContextTests {

    private static final String QUESTION = "How long is the notice period? [q-kestrel]";
    private static final String FACT = "The notice period for all staff of Norwind is six weeks to the end of a month.";
    private static final String FILLER = "Nothing of interest happened in the canteen on that grey day. ".repeat(900);

    private final GroundedBehaviour behaviour = new GroundedBehaviour(Prompts.SCENARIO);

    @Test
    void answersRightFromEvidenceThatIsNear() {
        assertThat(share("six weeks", ModelCard.LARGE, FACT + "\n" + QUESTION)).isEqualTo(1.0);
        assertThat(share("six weeks", ModelCard.SMALL, FACT + "\n" + QUESTION)).isBetween(0.85, 0.99);
    }

    @Test
    void answersWorseFromEvidenceThatIsBuried() {
        assertThat(share("six weeks", ModelCard.MEDIUM, FILLER + FACT + FILLER + QUESTION))
                .isBetween(0.34, 0.54);
    }

    @Test
    void answersWrongWithoutEvidence() {
        assertThat(share("six weeks", ModelCard.LARGE, QUESTION)).isZero();
        assertThat(share("four weeks", ModelCard.LARGE, QUESTION) + share("three months", ModelCard.LARGE, QUESTION))
                .isEqualTo(1.0);
    }

    @Test
    void abstainsWithoutEvidenceWherePermitted() {
        assertThat(abstentions("If the context does not contain the answer, say that you do not know. " + QUESTION))
                .isBetween(0.85, 1.0);
        assertThat(abstentions("Answer in one line. " + QUESTION)).isZero();
    }

    @Test
    void abstainsInTheWordsThatThePromptAsksFor() {
        String prompt = "If it is not in the context, reply with \"NOT FOUND\". " + QUESTION;
        assertThat(share("NOT FOUND", ModelCard.LARGE, prompt)).isBetween(0.85, 1.0);
    }

    @Test
    void toleratesATenthOfTheWordsMissing() {
        String dropped = FACT.replace("Norwind ", "");
        String scattered = "The notice period for all staff differs. " + FILLER + " six weeks to the end of a month.";
        assertThat(share("six weeks", ModelCard.LARGE, dropped + QUESTION)).isEqualTo(1.0);
        assertThat(share("six weeks", ModelCard.LARGE, scattered + QUESTION)).isZero();
        assertThat(share(
                        "six weeks", ModelCard.LARGE, FACT.replace("six", "two").replace("month", "year") + QUESTION))
                .isZero();
    }

    @Test
    void anotherValueInTheSameSentenceIsNoEvidence() {
        assertThat(share("six weeks", ModelCard.LARGE, FACT.replace("six", "seven") + QUESTION))
                .isZero();
        assertThat(share("six weeks", ModelCard.LARGE, FACT.replace("six", "seven") + FACT + QUESTION))
                .isEqualTo(1.0);
    }

    @Test
    void ignoresCasePunctuationAndWhiteSpace() {
        String shouted = FACT.toUpperCase(java.util.Locale.ROOT).replace(" ", " -\n ");
        assertThat(share("six weeks", ModelCard.LARGE, shouted + QUESTION)).isEqualTo(1.0);
    }

    @Test
    void needsEveryFactOfTheQuestion() {
        String both = "Is parental leave paid? [q-merlin] Parental leave lasts sixteen weeks at Norwind."
                + " Every leave longer than a week is fully paid by Norwind.";
        assertThat(share("yes, for sixteen weeks", ModelCard.LARGE, both)).isEqualTo(1.0);
        assertThat(share("yes, for sixteen weeks", ModelCard.LARGE, both.replace("fully paid", "half")))
                .isZero();
    }

    @Test
    void lastMarkerOfTheLastUserMessageWins() {
        ChatRequest request = Prompts.chat(
                "sim-large",
                Prompts.user("first [q-merlin]"),
                Prompts.user("then [q-osprey] and " + QUESTION),
                Prompts.assistant("did you mean [q-merlin]?"));
        assertThat(behaviour.answer(request, ModelCard.LARGE, 0).item()).isEqualTo("item-1");
        assertThat(behaviour.itemOf("[q-osprey] then [Q-KESTREL].")).isEqualTo("item-1");
        assertThat(behaviour.itemOf("nothing here")).isEmpty();
    }

    @Test
    void sameRequestAndAttemptGiveTheSameReply() {
        ChatRequest request = Prompts.chat("sim-small", Prompts.user(FILLER + QUESTION));
        GroundedBehaviour another = new GroundedBehaviour(Prompts.SCENARIO);
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(another.answer(request, ModelCard.SMALL, attempt))
                    .isEqualTo(behaviour.answer(request, ModelCard.SMALL, attempt));
        }
    }

    private double abstentions(String prompt) {
        return replies(ModelCard.LARGE, prompt).stream()
                        .filter(reply -> reply.text().startsWith("I do not know"))
                        .count()
                / 200.0;
    }

    private double share(String answer, ModelCard card, String prompt) {
        List<Reply> replies = replies(card, prompt);
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.family()).isEqualTo("answer-from-context");
            assertThat(reply.recognised()).isTrue();
        });
        return replies.stream().filter(reply -> reply.text().equals(answer)).count() / 200.0;
    }

    private List<Reply> replies(ModelCard card, String prompt) {
        ChatRequest request = Prompts.chat(card.id(), Prompts.user(prompt));
        return IntStream.range(0, 200)
                .mapToObj(attempt -> behaviour.answer(request, card, attempt))
                .toList();
    }
}
