package touchstone.catalogue;

import java.util.List;
import touchstone.catalogue.content.Entry;

/**
 * A content pack as it was read: each entry is well formed, but what it refers to may stand in another pack. {@link
 * Catalogue#of} and {@link Catalogue#with} check that.
 */
public final class Pack {

    private final Title title;
    private final List<Located<?>> entries;

    Pack(Title title, List<Located<?>> entries) {
        this.title = title;
        this.entries = List.copyOf(entries);
    }

    /** What the pack is called. */
    public Title title() {
        return title;
    }

    /** All entries in the order of the files. */
    public List<Entry> entries() {
        return entries.stream().<Entry>map(Located::entry).toList();
    }

    List<Located<?>> located() {
        return entries;
    }

    /**
     * The content of pack.yaml.
     *
     * @param id kebab case
     * @param version such as {@code 1.0.0}
     */
    public record Title(String id, String title, String version, String summary) {}
}
