package touchstone.platform.catalogue;

import touchstone.catalogue.content.Entry;

/** A link to the page that shows an entry. */
public record EntryLink(EntryKind kind, String id, String title, String path) {

    public static EntryLink of(Entry entry) {
        EntryKind kind = EntryKind.of(entry);
        return new EntryLink(kind, entry.id(), entry.title(), kind.path(entry.id()));
    }

    /** Key of the word for this kind. */
    public String key() {
        return "catalogue.kind." + kind.id();
    }
}
