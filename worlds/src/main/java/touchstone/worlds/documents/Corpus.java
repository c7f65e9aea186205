package touchstone.worlds.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * @param canary a token that stands in one of them
 * @param stated which facts the documents before it state, with how many documents each
 */
public record Corpus(List<Document> documents, List<Change> changes, Map<String, Integer> stated, String canary) {

    /** Writes the documents of a company. */
    public static Corpus of(Directory directory, Facts facts, Sizes sizes, Chance chance, Names names) {
        List<Draft> drafts = Plan.of(directory, facts, sizes, chance);
        String canary = names.of("canary", "world");
        Writer writer = new Writer(directory, chance, canary);
        List<Document> documents = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Map<String, Integer> stated = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String id = names.of("d", draft.number);
            documents.add(writer.write(id, draft, draft.number));
            draft.states.forEach(fact -> stated.merge(fact.id(), 1, Integer::sum));
            switch (draft.role) {
                case REPLACED ->
                    changes.add(new Change.Upsert(writer.write(id, renewed(draft, directory), draft.number)));
                case DELETED -> changes.add(new Change.Delete(id));
                case STANDS, REVISED, CONTRADICTED, UNSAID -> {}
            }
        }
        int added = 0;
        for (Known fact : facts.known()) {
            if (fact.fate() == Fate.CONTRADICTED) {
                Draft model = drafts.stream()
                        .filter(draft -> draft.states.contains(fact))
                        .findFirst()
                        .orElseThrow();
                Draft draft = new Draft(-1, model.genre, Fate.STANDS, model.theme, directory.today());
                draft.states.add(fact.successor().orElseThrow());
                changes.add(new Change.Upsert(writer.write(names.of("d", "added", added), draft, "added " + added)));
                added++;
            }
        }
        return new Corpus(documents, chance.stream("changes").shuffled(changes), stated, canary);
    }

    private static Draft renewed(Draft draft, Directory directory) {
        Draft next = new Draft(draft.number, draft.genre, draft.role, draft.theme, directory.today());
        draft.states.forEach(fact ->
                next.states.add(fact.fate() == Fate.REPLACED ? fact.successor().orElseThrow() : fact));
        return next;
    }
}
