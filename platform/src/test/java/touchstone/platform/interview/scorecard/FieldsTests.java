package touchstone.platform.interview.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import touchstone.platform.interview.Evidence;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.shared.Refusal;

class FieldsTests {

    private static final UUID NOTE = new UUID(1, 1);
    private static final Map<UUID, String> NOTES = Map.of(NOTE, "Asked for load");
    private static final List<String> COMPETENCIES = List.of("a", "b", "c");

    private static final ScorecardContent CONTENT = new ScorecardContent(
            Optional.of(Recommendation.STRONG_YES),
            "Sound",
            List.of(
                    new Rating.Rated(
                            "a",
                            4,
                            List.of(
                                    new Evidence(Optional.of(NOTE), "Asked for load"),
                                    new Evidence(Optional.empty(), "Drew it"))),
                    new Rating.NotObserved("b"),
                    new Rating.Open("c", List.of(new Evidence(Optional.empty(), "To think about")))));

    @Test
    void comesBackAsItWas() {
        assertThat(Fields.of(CONTENT, NOTES).content(COMPETENCIES, NOTES)).isEqualTo(CONTENT);
    }

    @Test
    void keepsTheWordsOfANoteThatIsGone() {
        Fields fields = Fields.of(CONTENT, Map.of());
        assertThat(fields.value("cite-a")).isEmpty();
        assertThat(fields.value("evidence-a")).isEqualTo("Asked for load\n\nDrew it");
    }

    @Test
    void takesTheWordsOfACitedNoteFromTheNote() {
        Fields forged = new Fields(Map.of("rating-a", "2", "cite-a", NOTE + "," + new UUID(9, 9)));
        assertThat(forged.content(List.of("a"), NOTES).ratings())
                .containsExactly(new Rating.Rated("a", 2, List.of(new Evidence(Optional.of(NOTE), "Asked for load"))));
    }

    @Test
    void joinsSeveralValuesOfAForm() {
        Fields posted = Fields.posted(Map.of("cite-a", List.of("x", "y"), "summary", List.of("one\r\ntwo")));
        assertThat(posted.cites("a", "y")).isTrue();
        assertThat(posted.value("summary")).isEqualTo("one\ntwo");
    }

    @Test
    void refusesWhatTheFormCannotSend() {
        for (Map<String, String> bad : List.of(
                Map.of("rating-a", "6"),
                Map.of("rating-a", "4.5"),
                Map.of("recommendation", "PERHAPS"),
                Map.of("cite-a", "no-id"),
                Map.of("summary", "x".repeat(8001)),
                Map.of("evidence-a", "x".repeat(4001)),
                Map.of("evidence-a", "a\0b"))) {
            assertThatThrownBy(() -> new Fields(bad).content(COMPETENCIES, NOTES))
                    .as(bad.toString())
                    .isInstanceOf(Refusal.class);
        }
    }
}
