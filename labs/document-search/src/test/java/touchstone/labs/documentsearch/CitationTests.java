package touchstone.labs.documentsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import touchstone.labs.documentsearch.Truth.Passage;

final class CitationTests {

    private static final String BODY =
            Tokens.folded("Returns\n\nA pump can be returned within\nsix weeks of delivery. Ask Ines about crates.");
    private static final List<Passage> EVIDENCE = List.of(
            new Passage("f1", "d1", "A pump can be returned within\nsix weeks of delivery.", false),
            new Passage("f1", "d2", "Six weeks to return a pump.", false));

    private static Citation.Check check(String document, String quote) {
        return new Citation(document, quote).check(Optional.of(BODY), EVIDENCE);
    }

    @Test
    void supportsWithTheStatementWhateverItsWhiteSpace() {
        assertThat(check("d1", "A pump can be  returned within six\tweeks of delivery."))
                .isEqualTo(new Citation.Check.Supports(Set.of("f1")));
        assertThat(check("d1", "returned within six weeks of delivery. Ask Ines"))
                .isEqualTo(new Citation.Check.Supports(Set.of("f1")));
    }

    @Test
    void isFabricatedWhenTheWordsDoNotStandThere() {
        assertThat(check("d1", "A pump can be returned within eight weeks of delivery."))
                .isInstanceOf(Citation.Check.Fabricated.class);
        assertThat(check("d1", "")).isInstanceOf(Citation.Check.Fabricated.class);
        assertThat(new Citation("d9", "six weeks of delivery").check(Optional.empty(), EVIDENCE))
                .isInstanceOf(Citation.Check.Fabricated.class);
    }

    @Test
    void standsBesideWhenItStatesNothingNeeded() {
        assertThat(check("d1", "Ask Ines about crates.")).isInstanceOf(Citation.Check.Beside.class);
        assertThat(check("d1", "six weeks")).isInstanceOf(Citation.Check.Beside.class);
        assertThat(check("d3", "A pump can be returned within six weeks of delivery."))
                .as("another document's evidence")
                .isInstanceOf(Citation.Check.Beside.class);
    }
}
