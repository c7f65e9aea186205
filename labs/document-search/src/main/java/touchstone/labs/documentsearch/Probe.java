package touchstone.labs.documentsearch;

import touchstone.worlds.Document;

/**
 * A document that a search should find by its own words, or no longer find.
 *
 * @param document its id
 */
record Probe(String document) {

    private static final int CHARACTERS = 160;

    /** The title and the first thing that the document states; where it states nothing, its first words. */
    static String query(Document document) {
        String words = document.spans().isEmpty()
                ? document.body()
                : document.spans().getFirst().of(document.body());
        return document.title() + " " + Words.clipped(words, CHARACTERS);
    }
}
