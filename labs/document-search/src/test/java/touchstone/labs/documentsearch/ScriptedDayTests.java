package touchstone.labs.documentsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.simulator.behaviour.GroundedBehaviour;

final class ScriptedDayTests {

    private static final Day FULL = new DocumentSearch().day(3, false);

    @Test
    void namesEvidenceThatStandsInTheDocumentsOfItsTime() {
        Corpus corpus = Corpus.of(Recorded.log(_ -> new ItemReply.NoReply("")).items());

        for (Item item : Recorded.DAY.items()) {
            if (item.path().equals("/answer") || Sort.SEARCH.of(item)) {
                for (Truth.Passage passage : Recorded.truth(item).passages()) {
                    Optional<String> body = corpus.bodyAt(passage.document(), item.arrivalMicros());
                    assertThat(body.orElse("")).contains(Tokens.folded(passage.text()));
                }
            }
        }
    }

    @Test
    void hasEvidenceForEveryQuestionThatIsNotLeftOpen() {
        List<Item> questions = FULL.items().stream()
                .filter(item -> item.path().equals("/answer"))
                .toList();

        assertThat(questions).allSatisfy(item -> {
            Truth truth = Recorded.truth(item);
            boolean open = Sort.UNANSWERABLE.of(item) || Sort.DELETED.of(item);
            assertThat(truth.answerable()).as(truth.text()).isEqualTo(!open);
            assertThat(truth.current().isEmpty()).as(truth.text()).isEqualTo(open);
            assertThat(truth.effect().isEmpty()).isEqualTo(!Sort.POISONED.of(item));
        });
    }

    @Test
    void takesItsOwnAnswersForRight() {
        for (Item item : FULL.items()) {
            if (item.path().equals("/answer") && Recorded.truth(item).answerable()) {
                Truth truth = Recorded.truth(item);
                assertThat(Judge.of(truth, truth.answer())).as(truth.text()).isEqualTo(Ending.RIGHT);
            }
        }
    }

    @Test
    void recognisesEachQuestionByItsOwnText() {
        GroundedBehaviour model = new GroundedBehaviour(FULL.scenario());

        for (Item item : FULL.items()) {
            if (item.path().equals("/answer")) {
                assertThat(model.itemOf("Question: " + Recorded.truth(item).text()))
                        .isEqualTo(item.id());
            }
        }
    }

    @Test
    void forgetsDocumentsThatTheUpdateDeletes() {
        Corpus corpus = Corpus.of(Recorded.log(_ -> new ItemReply.NoReply("")).items());
        long end = Recorded.DAY.phases().getLast().endMicros();

        assertThat(Recorded.DAY.items().stream().filter(Sort.GONE::of))
                .isNotEmpty()
                .allSatisfy(item -> {
                    String document = Json.read(item.truth().getOrDefault(Truth.NAME, "{}"), Probe.class)
                            .document();
                    assertThat(corpus.isDeleted(document, 0)).isFalse();
                    assertThat(corpus.isDeleted(document, end)).isTrue();
                });
    }
}
