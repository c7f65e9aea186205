package touchstone.worlds.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Entity;

/** Every fact of the company with its fate. What is never stated is here too: questions about it have no answer. */
public final class Facts {

    private record Pair(Relation relation, Entity subject) {}

    private final Directory directory;
    private final Values values;
    private final Chance chance;
    private final Names names;
    private final List<Known> known = new ArrayList<>();
    private final List<Known> former = new ArrayList<>();
    private final Map<String, List<Known>> byRelation = new LinkedHashMap<>();
    private final Map<String, Known> byTopic = new LinkedHashMap<>();

    private Facts(Directory directory, Values values, Chance chance, Names names) {
        this.directory = directory;
        this.values = values;
        this.chance = chance;
        this.names = names;
    }

    /** The facts of a company, with fates in the numbers that the sizes ask for. */
    public static Facts of(
            Directory directory, List<Relation> relations, Values values, Sizes sizes, Chance chance, Names names) {
        Facts facts = new Facts(directory, values, chance.stream("facts"), names);
        List<Pair> free = new ArrayList<>();
        for (Relation relation : relations) {
            if (relation.group() > 0) {
                facts.grouped(relation);
            } else if (relation.tabled()) {
                facts.fated(facts.pairs(relation), 0, 0, 0);
            } else {
                free.addAll(facts.pairs(relation));
            }
        }
        facts.fated(free, sizes.replacements(), sizes.additions(), sizes.deletions());
        return facts;
    }

    /** Those that hold before the update, unsaid ones included. */
    public List<Known> known() {
        return known;
    }

    /** Former values of facts that were revised before the update. */
    public List<Known> former() {
        return former;
    }

    /** All of them: what holds, what held, what will hold; never what is unsaid. */
    public List<Known> all() {
        List<Known> all = new ArrayList<>(former);
        for (Known fact : known) {
            if (fact.fate() != Fate.UNSAID) {
                all.add(fact);
                fact.successor().ifPresent(all::add);
            }
        }
        return all;
    }

    /** Whether only the update makes it true. */
    public boolean coming(Known fact) {
        return (fact.fate() == Fate.REPLACED || fact.fate() == Fate.CONTRADICTED)
                && fact.successor().isEmpty();
    }

    public Values values() {
        return values;
    }

    /** Facts of a relation that hold before the update. */
    public List<Known> of(Relation relation) {
        return byRelation.getOrDefault(relation.key(), List.of());
    }

    /** What a relation says of the entity with a name, unsaid or not. */
    public Optional<Known> about(Relation relation, String subject) {
        return Optional.ofNullable(byTopic.get(relation.key() + " " + subject));
    }

    private List<Pair> pairs(Relation relation) {
        return directory.all(relation.type()).stream()
                .map(subject -> new Pair(relation, subject))
                .toList();
    }

    /** Of what the update leaves alone, a sixth is never said and a fifth was revised before. */
    private void fated(List<Pair> pairs, int replaced, int contradicted, int deleted) {
        List<Fate> fates = new ArrayList<>();
        add(fates, Fate.REPLACED, replaced);
        add(fates, Fate.CONTRADICTED, contradicted);
        add(fates, Fate.DELETED, deleted);
        int rest = pairs.size() - fates.size();
        add(fates, Fate.UNSAID, rest / 6);
        add(fates, Fate.REVISED, rest / 5);
        add(fates, Fate.STANDS, pairs.size() - fates.size());
        String stream = pairs.getFirst().relation().key();
        List<Pair> order = chance.stream("fates").key(stream).shuffled(pairs);
        for (int i = 0; i < order.size(); i++) {
            add(order.get(i), fates.get(i));
        }
    }

    private static void add(List<Fate> fates, Fate fate, int count) {
        for (int i = 0; i < count; i++) {
            fates.add(fate);
        }
    }

    private void add(Pair pair, Fate fate) {
        RandomGenerator draws =
                chance.key(pair.relation().key(), pair.subject().name()).generator();
        String kind = pair.relation().value();
        Value value = values.draw(kind, draws);
        switch (fate) {
            case STANDS, DELETED, UNSAID -> keep(make(pair, value, fate, "now", Optional.empty()));
            case REPLACED, CONTRADICTED -> {
                Value next = values.other(kind, List.of(value), draws);
                keep(make(pair, value, fate, "now", Optional.of(make(pair, next, fate, "next", Optional.empty()))));
            }
            case REVISED -> {
                Known now = make(pair, value, fate, "now", Optional.empty());
                keep(now);
                Value before = values.other(kind, List.of(value), draws);
                former.add(make(pair, before, fate, "then", Optional.of(now)));
            }
        }
    }

    /** Subjects in a random order share values: groups of two, three and so on up to the relation's most, then again. */
    private void grouped(Relation relation) {
        Chance key = chance.stream("groups").key(relation.key());
        List<Entity> subjects = key.shuffled(directory.all(relation.type()));
        List<String> owners =
                key.stream("owners").shuffled(directory.names(relation.value().split(" ", -1)[1]));
        int at = 0;
        for (int group = 0; at < subjects.size(); group++) {
            int size = 2 + (group % (relation.group() - 1));
            Value value = Values.named(owners.get(group % owners.size()));
            for (int i = 0; i < size && at < subjects.size(); i++, at++) {
                keep(make(new Pair(relation, subjects.get(at)), value, Fate.STANDS, "now", Optional.empty()));
            }
        }
    }

    private Known make(Pair pair, Value value, Fate fate, String version, Optional<Known> successor) {
        String id = names.of("f", pair.relation().key(), pair.subject().name(), version);
        return new Known(id, pair.relation(), pair.subject(), value, fate, successor);
    }

    private void keep(Known fact) {
        known.add(fact);
        byRelation
                .computeIfAbsent(fact.relation().key(), _ -> new ArrayList<>())
                .add(fact);
        byTopic.put(fact.topic(), fact);
    }
}
