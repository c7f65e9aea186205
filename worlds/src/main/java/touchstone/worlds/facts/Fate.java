package touchstone.worlds.facts;

/** What happens to a fact over the world's time. */
public enum Fate {
    /** Stated, and stays. */
    STANDS,
    /** Stated in a newer document, while an older one still states its former value. */
    REVISED,
    /** The update replaces the document that states it. */
    REPLACED,
    /** The update adds a document that contradicts it. */
    CONTRADICTED,
    /** The update deletes the document that states it. */
    DELETED,
    /** Never stated. */
    UNSAID
}
