package touchstone.worlds.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import touchstone.chance.Chance;
import touchstone.worlds.Change;
import touchstone.worlds.Document;
import touchstone.worlds.company.Directory;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Fate;
import touchstone.worlds.facts.Known;
import touchstone.worlds.facts.Names;
import touchstone.worlds.facts.Sizes;

/**
 * Everything that is written before and at the update.
 *
 * @param documents before it
 * @param changes at it
 * @param stated the facts that the documents before it state, with the day of the first that does
 * @param canary a token that stands in one of them
 */
public record Corpus(List<Document> documents, List<Change> changes, Map<String, LocalDate> stated, String canary) {

    /** Writes the documents of a company. */
    public static Corpus of(Directory directory, Facts facts, Sizes sizes, Writer writer, Chance chance, Names names) {
        List<Draft> drafts = Plan.of(directory, facts, sizes, chance);
        String canary = names.of("canary", "world");
        List<Document> documents = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Map<String, LocalDate> stated = new HashMap<>();
        Map<String, Draft> holders = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            String id = names.of("d", i);
            documents.add(i == 0 ? writer.marked(id, draft, canary) : writer.write(id, draft));
            for (Known fact : draft.states) {
                stated.merge(fact.id(), draft.date, (one, other) -> one.isBefore(other) ? one : other);
                holders.put(fact.id(), draft);
            }
            switch (draft.role) {
                case REPLACED -> {
                    Draft next = draft.renewed(directory.today());
                    changes.add(new Change.Upsert(i == 0 ? writer.marked(id, next, canary) : writer.write(id, next)));
                }
                case DELETED -> changes.add(new Change.Delete(id));
                case STANDS, REVISED, CONTRADICTED, UNSAID -> {}
            }
        }
        for (Known fact : facts.known()) {
            Draft holder = holders.get(fact.id());
            if (fact.fate() == Fate.CONTRADICTED && holder != null) {
                Draft draft = new Draft("added " + fact.id(), holder.genre, holder.theme, directory.today());
                draft.states.add(fact.successor().orElseThrow());
                changes.add(new Change.Upsert(writer.write(names.of("d", "added", fact.id()), draft)));
            }
        }
        return new Corpus(documents, chance.stream("changes").shuffled(changes), stated, canary);
    }
}
