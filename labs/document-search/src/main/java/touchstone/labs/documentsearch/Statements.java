package touchstone.labs.documentsearch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import touchstone.labs.documentsearch.Truth.Passage;
import touchstone.simulator.knowledge.Fact;
import touchstone.worlds.Change;
import touchstone.worlds.Document;
import touchstone.worlds.Span;
import touchstone.worlds.World;

/** Where a world's documents state its facts, before the update, after it, and in all the day. */
final class Statements {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH));

    private final Map<String, List<Passage>> before;
    private final Map<String, List<Passage>> after;
    private final Map<String, Set<String>> wordings = new LinkedHashMap<>();
    private final Map<String, Set<String>> dates = new LinkedHashMap<>();

    Statements(World world) {
        Map<String, Document> documents = new LinkedHashMap<>();
        world.documents().forEach(document -> documents.put(document.id(), document));
        before = passages(documents.values());
        for (Change change : world.changes()) {
            switch (change) {
                case Change.Upsert(Document document) -> documents.put(document.id(), document);
                case Change.Delete(String document) -> documents.remove(document);
            }
        }
        after = passages(documents.values());
    }

    private Map<String, List<Passage>> passages(Collection<Document> documents) {
        Map<String, List<Passage>> passages = new LinkedHashMap<>();
        for (Document document : documents) {
            for (Span span : document.spans()) {
                String text = span.of(document.body());
                passages.computeIfAbsent(span.fact(), _ -> new ArrayList<>())
                        .add(new Passage(span.fact(), document.id(), text, false));
                wordings.computeIfAbsent(span.fact(), _ -> new LinkedHashSet<>())
                        .add(text);
                dates.computeIfAbsent(span.fact(), _ -> new LinkedHashSet<>()).addAll(written(document.updatedAt()));
            }
        }
        return passages;
    }

    /** Every statement of a fact, before or after the update. */
    List<Passage> of(String fact, boolean updated, boolean outdated) {
        return (updated ? after : before)
                .getOrDefault(fact, List.of()).stream()
                        .map(passage -> new Passage(fact, passage.document(), passage.text(), outdated))
                        .toList();
    }

    boolean states(String fact) {
        return wordings.containsKey(fact);
    }

    /** The fact as the simulated model knows it: every wording of the day, dated by every document that states it. */
    Fact fact(String id) {
        List<String> spans = List.copyOf(wordings.getOrDefault(id, Set.of()));
        return new Fact(
                id, spans.getFirst(), spans.subList(1, spans.size()), List.copyOf(dates.getOrDefault(id, Set.of())));
    }

    private static List<String> written(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        return DATES.stream().map(date::format).toList();
    }
}
