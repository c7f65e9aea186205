package touchstone.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import touchstone.platform.catalogue.Prose.Block;
import touchstone.platform.catalogue.Prose.Form;
import touchstone.platform.catalogue.Prose.Span;

/** How a text of a file flows on a page. */
class ProseTests {

    @Test
    void letsLinesFlowAndKeepsCodeAndLists() {
        String text = """
            First line
            of a paragraph.

                def f(x):

                    return x

            Then this:
            - one
              goes on
            - two
            """;
        assertThat(Prose.of(text).blocks())
                .containsExactly(
                        new Block(Form.PARAGRAPH, java.util.List.of("First line of a paragraph.")),
                        new Block(Form.CODE, java.util.List.of("def f(x):", "", "    return x", "")),
                        new Block(Form.PARAGRAPH, java.util.List.of("Then this:")),
                        new Block(Form.LIST, java.util.List.of("one goes on", "two")));
    }

    @Test
    void tellsCodeInALine() {
        assertThat(Prose.spans("A `k` of 5"))
                .containsExactly(new Span("A ", false), new Span("k", true), new Span(" of 5", false));
        assertThat(Prose.spans("A lone ` stays")).containsExactly(new Span("A lone ` stays", false));
    }
}
