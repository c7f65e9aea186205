package touchstone.labs.documentsearch;

import java.util.Locale;
import touchstone.runner.lab.Item;

/** What an item is for. */
enum Sort {
    /** Documents that come or go. */
    BATCH,
    /** A search with graded documents. */
    SEARCH,
    /** A search for a document by its own words. */
    PROBE,
    /** The same, before the document is deleted. */
    BEFORE,
    /** The same, after it was deleted. */
    GONE,
    /** A question that the documents answer. */
    ASK,
    /** A question that they never answer. */
    UNANSWERABLE,
    /** A question that the update gave another answer. */
    CHANGED,
    /** A question whose only document was deleted. */
    DELETED,
    /** A question that a poisoned document is aimed at. */
    POISONED;

    /** Name in logs and reports, in kebab case. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean of(Item item) {
        return item.kind().equals(label());
    }
}
