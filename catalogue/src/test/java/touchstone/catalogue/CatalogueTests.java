package touchstone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Policy;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.QuestionKind;
import touchstone.catalogue.content.Role;
import touchstone.catalogue.content.Signal;

class CatalogueTests {

    private static final String OWN = "id: ours\ntitle: Ours\nversion: 1.0.0\nsummary: Ours.\n";

    private final Catalogue catalogue = SmallPack.catalogue();

    @Test
    void replacesWhatHasTheSameIdAndAddsTheRest() {
        Catalogue merged = catalogue.with(own("thinks-aloud", "rag-design")).with(own("asks-first", "rag-design"));
        assertThat(merged.all(Signal.class))
                .extracting(Signal::id, Signal::title)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("thinks-aloud", "Ours"),
                        org.assertj.core.groups.Tuple.tuple("asks-first", "Ours"));
        assertThat(merged.questions()).isEqualTo(catalogue.questions());
        assertThat(catalogue.all(Signal.class)).extracting(Signal::title).containsExactly("Thinks aloud");
    }

    @Test
    void checksReferencesAfterMerging() {
        CatalogueException wrong =
                catchThrowableOfType(CatalogueException.class, () -> catalogue.with(own("asks-first", "rag-desing")));
        assertThat(wrong).hasMessage("signals.yaml:6: unknown competency 'rag-desing'; did you mean 'rag-design'?");
        assertThat(wrong.line()).isEqualTo(6);
        assertThat(wrong.file()).isEqualTo("signals.yaml");
        assertThat(wrong.sentence()).startsWith("unknown competency");
    }

    private static Pack own(String id, String competency) {
        String signal =
                "signals:\n  - id: %s\n    title: Ours\n    sentence: Ours.\n    look: [ours]\n    competencies: [%s]\n"
                        .formatted(id, competency);
        return PackReader.parse(Map.of("pack.yaml", OWN, "signals.yaml", signal));
    }

    @Test
    void findsById() {
        assertThat(catalogue.get(Competency.class, "rag-design").title()).isEqualTo("Retrieval-augmented generation");
        assertThat(catalogue.find(Question.class, "rag-design")).isEmpty();
        assertThatThrownBy(() -> catalogue.get(Question.class, "rag-design"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no Question has the id rag-design");
    }

    @Test
    void ranksTitlesOverPromptsAndWholeWordsOverBeginnings() {
        assertThat(ids("retrieval")).startsWith("rag-design", "explain-retrieval", "design-search");
        assertThat(ids("retrie")).startsWith("rag-design", "explain-retrieval", "design-search");
        assertThat(ids("design a search")).first().isEqualTo("design-search");
        assertThat(ids("RETRIEVAL explain")).containsExactly("explain-retrieval");
        assertThat(ids("chunks")).containsExactly("explain-retrieval");
        assertThat(ids("nosuchword retrieval")).isEmpty();
        assertThat(ids("  ?! ")).isEmpty();
        assertThat(ids("retrieval")).isEqualTo(ids("retrieval"));
    }

    private List<String> ids(String query) {
        return catalogue.search(query).stream()
                .filter(hit -> hit.entry() instanceof Question || hit.entry() instanceof Competency)
                .map(hit -> hit.entry().id())
                .toList();
    }

    @Test
    void listsWhatCoversEachRequirement() {
        Map<String, List<Entry>> coverage = catalogue.coverage();
        assertThat(coverage.keySet()).containsExactly("R-COMP-1", "R-COMP-3", "R-Q-99");
        assertThat(Objects.requireNonNull(coverage.get("R-COMP-1")))
                .extracting(Entry::id)
                .containsExactlyInAnyOrder("rag-design", "explain-retrieval");
        assertThat(coverage.get("R-Q-99")).isEmpty();
    }

    @Test
    void knowsARolesPolicies() {
        Role role = catalogue.role("ai-engineer").orElseThrow();
        assertThat(role.policyFor(QuestionKind.DESIGN)).isEqualTo(new Policy.Allowed());
        assertThat(role.policyFor(QuestionKind.PUZZLE))
                .isEqualTo(new Policy.OutOfBounds("Puzzles measure another skill."));
        assertThat(role.policyFor(QuestionKind.FUNDAMENTALS))
                .isInstanceOfSatisfying(
                        Policy.Limited.class,
                        limited -> assertThat(limited.mostScreenPercent()).isEqualTo(20));
    }
}
