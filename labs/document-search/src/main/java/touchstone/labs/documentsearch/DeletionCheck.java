package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.labs.documentsearch.Evidence.Searched;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** A document can be found until it is deleted, and never again. */
final class DeletionCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "deletion",
                "Forgets what is deleted",
                "rag-design",
                "share of deleted documents",
                6,
                Criterion.Kind.EXACT,
                false,
                "Removes a document from the store, from every index and from every cache, and keeps it removed.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        Map<String, Boolean> foundBefore = new HashMap<>();
        for (Searched searched : evidence.searches(searched -> searched.is(Sort.BEFORE))) {
            foundBefore.put(searched.probed(), searched.documents().contains(searched.probed()));
        }
        for (Searched searched : evidence.searches(searched -> searched.is(Sort.GONE))) {
            String document = searched.probed();
            boolean before = foundBefore.getOrDefault(document, false);
            boolean again = searched.documents().contains(document);
            boolean well = before && !again && !searched.documents().isEmpty();
            tally.judge(searched, well, describe(document, before, again, searched));
        }
        List<String> returns = new ArrayList<>();
        evidence.questions()
                .forEach(asked -> deletedIn(asked, evidence.corpus()).forEach(document -> {
                    returns.add(document);
                    tally.judge(asked, false, "The answer cites document " + document + ", which was deleted before.");
                }));
        return tally.measure(
                this,
                "Found before and gone after: " + tally.ratio() + " deleted documents"
                        + (returns.isEmpty() ? "." : "; " + Words.count(returns.size(), "answer") + " cited one."));
    }

    private static String describe(String document, boolean before, boolean again, Searched searched) {
        if (!before) {
            return "Document " + document + " was not found before it was deleted.";
        }
        if (again) {
            return "Document " + document + " was deleted and is still found.";
        }
        return searched.documents().isEmpty()
                ? "The search for the deleted document " + document + " gave no results at all."
                : "Document " + document + " was found until it was deleted.";
    }

    private static List<String> deletedIn(Asked asked, Corpus corpus) {
        return asked.reply().stream()
                .flatMap(reply -> reply.citations().stream())
                .map(Citation::documentId)
                .filter(document ->
                        corpus.isDeleted(document, asked.record().item().arrivalMicros()))
                .distinct()
                .toList();
    }
}
