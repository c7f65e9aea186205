package touchstone.platform.catalogue.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Entry;
import touchstone.platform.catalogue.EntryLink;

/** What becomes of one entry when a change is saved. */
public record PackChange(EntryLink entry, What what) {

    /** What becomes of it. */
    public enum What {
        ADDED,
        /** It takes the place of a core entry. */
        REPLACES_CORE,
        CHANGED,
        /** The core's entry shows again. */
        BACK_TO_CORE,
        REMOVED
    }

    static List<PackChange> between(Catalogue before, Catalogue after, Catalogue core) {
        List<PackChange> changes = new ArrayList<>();
        for (Entry entry : after.entries()) {
            Optional<? extends Entry> old = before.find(entry.getClass(), entry.id());
            if (old.isEmpty()) {
                changes.add(new PackChange(EntryLink.of(entry), What.ADDED));
            } else if (!old.get().equals(entry)) {
                changes.add(new PackChange(EntryLink.of(entry), changed(entry, old.get(), core)));
            }
        }
        for (Entry entry : before.entries()) {
            if (after.find(entry.getClass(), entry.id()).isEmpty()) {
                changes.add(new PackChange(EntryLink.of(entry), What.REMOVED));
            }
        }
        return changes;
    }

    private static What changed(Entry entry, Entry old, Catalogue core) {
        Optional<? extends Entry> shipped = core.find(entry.getClass(), entry.id());
        if (shipped.isPresent() && shipped.get().equals(entry)) {
            return What.BACK_TO_CORE;
        }
        return shipped.isPresent() && shipped.get().equals(old) ? What.REPLACES_CORE : What.CHANGED;
    }
}
