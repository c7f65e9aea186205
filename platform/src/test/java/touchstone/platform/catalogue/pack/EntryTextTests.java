package touchstone.platform.catalogue.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.CorePack;
import touchstone.catalogue.PackReader;
import touchstone.catalogue.content.Entry;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.EntryKind;

/** Every entry that ships can be copied as the text that its authors wrote. */
class EntryTextTests {

    private static final Map<String, String> TEXTS = CorePack.texts();
    private static final Catalogue CORE = CorePack.catalogue();

    @Test
    void copiesEveryEntryThatShips() {
        for (Entry entry : CORE.entries()) {
            EntryKind kind = EntryKind.of(entry);
            EntryText found = EntryText.find(kind, entry.id(), TEXTS)
                    .orElseThrow(() -> new AssertionError("no text of " + kind + " " + entry.id()));
            String file = EntryText.added(kind, found.block(), "");
            String path = kind.file().endsWith("/") ? kind.file() + entry.id() + ".yaml" : kind.file();
            assertThat(PackReader.parse(Map.of("pack.yaml", CurrentCatalogue.TITLE, path, file))
                            .entries())
                    .as(path)
                    .containsExactly(entry);
        }
    }

    @Test
    void addsToAFileThatHoldsOthers() {
        String own = "# ours\nflags:\n- id: ours\n  title: Ours\nsignals: []\n";
        String block = EntryText.find(EntryKind.FLAG, "accuracy-only", TEXTS)
                .orElseThrow()
                .block();
        assertThat(EntryText.added(EntryKind.FLAG, block, own))
                .startsWith("# ours\nflags:\n- id: accuracy-only\n  title:")
                .endsWith("\n- id: ours\n  title: Ours\nsignals: []\n");
        assertThat(EntryText.added(EntryKind.FLAG, block, "# ours\n"))
                .startsWith("# ours\nflags:\n  - id: accuracy-only\n");
    }
}
