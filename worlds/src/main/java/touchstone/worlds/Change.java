package touchstone.worlds;

/** One step of the update of the day. All of them together touch a tenth of the documents. */
public sealed interface Change {

    /**
     * A document is replaced, when its id is known, or added. Its facts supersede those it contradicts.
     *
     * @param document the new text, whole
     */
    record Upsert(Document document) implements Change {}

    /**
     * A document goes, and with it what only it said.
     *
     * @param document its id
     */
    record Delete(String document) implements Change {}
}
