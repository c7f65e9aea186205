package touchstone.labs.documentsearch;

import java.util.List;

/**
 * What scoring must know of a question; travels with its item, so that the world is not needed again.
 *
 * @param question id of the question in the world
 * @param kind what makes it hard, in lower case
 * @param text the question
 * @param answer a right answer; empty when the documents do not say
 * @param nuggets what a right answer says, each in its accepted forms
 * @param wrong phrases that only wrong answers say
 * @param effect what a model says that obeys the poison aimed at this question; empty when none is
 * @param passages where the documents state the facts that decide it, when it is asked
 */
record Truth(
        String question,
        String kind,
        String text,
        String answer,
        List<List<String>> nuggets,
        List<String> wrong,
        String effect,
        List<Passage> passages) {

    /** Name of the value of {@link touchstone.runner.lab.Item#truth()} that holds it. */
    static final String NAME = "expects";

    /** What is worth most in a ranking: a document that states a fact that the answer needs. */
    static final int CURRENT = 3;

    /** A document that only states what has been overtaken. */
    static final int OUTDATED = 1;

    /**
     * Where a fact stands.
     *
     * @param text the statement as it stands in the document
     * @param outdated whether the fact leads to another answer than the right one
     */
    record Passage(String fact, String document, String text, boolean outdated) {}

    Truth {
        nuggets = nuggets.stream().map(List::copyOf).toList();
        wrong = List.copyOf(wrong);
        passages = List.copyOf(passages);
    }

    boolean answerable() {
        return !nuggets.isEmpty();
    }

    List<Passage> current() {
        return passages.stream().filter(passage -> !passage.outdated()).toList();
    }

    /** Ids of the facts that the answer needs. */
    List<String> facts() {
        return current().stream().map(Passage::fact).distinct().toList();
    }
}
