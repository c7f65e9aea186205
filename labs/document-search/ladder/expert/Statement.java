/**
 * The smallest piece of a document that says something by itself: a sentence, a list item or a table row.
 *
 * @param number which piece of the document it is, from 0
 * @param head what a reader of the whole document has in mind there: the last heading, or the table's header; may be empty
 * @param lead the sentence before, when this one leans on it ("It must ..."); otherwise empty
 */
record Statement(Document document, int number, String head, String lead, String text) {

    /** Unique among all statements that are current at one time. */
    String key() {
        return document.id() + "#" + number;
    }

    /** With what it leans on. */
    String whole() {
        return lead.isEmpty() ? text : lead + " " + text;
    }

    boolean isRow() {
        return Splitter.isRow(text);
    }
}
