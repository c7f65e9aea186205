/**
 * A piece of a document that can stand alone: a few sentences or table rows.
 *
 * @param number which piece of the document it is, from 0
 * @param heading the last heading above it; empty when there is none
 */
record Passage(Document document, int number, String heading, String text) {

    /** Unique among all passages that are current at one time. */
    String key() {
        return document.id() + "#" + number;
    }

    /** What is indexed and embedded: the piece with what a reader of the whole document would know already. */
    String inContext() {
        return document.title() + (heading.isEmpty() ? "" : " / " + heading) + "\n" + text;
    }
}
