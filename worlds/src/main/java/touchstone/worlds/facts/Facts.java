package touchstone.worlds.facts;

import java.time.LocalDate;
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
    private final Map<String, Known> bySubject = new LinkedHashMap<>();

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
            if (relation.tabled() || relation.group() > 0) {
                facts.grouped(relation);
            } else {
                directory.all(relation.type()).forEach(subject -> free.add(new Pair(relation, subject)));
            }
        }
        facts.fated(free, sizes);
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

    public Values values() {
        return values;
    }

    /** Facts of a relation that hold before the update. */
    public List<Known> of(Relation relation) {
        return byRelation.getOrDefault(relation.type() + " " + relation.name(), List.of());
    }

    /** What is known of a subject in a relation. */
    public Optional<Known> about(Relation relation, Entity subject) {
        return Optional.ofNullable(bySubject.get(relation.type() + " " + relation.name() + " " + subject.name()));
    }

    private void fated(List<Pair> free, Sizes sizes) {
        List<Pair> pairs = chance.stream("fates").shuffled(free);
        int replaced = sizes.replacements();
        int contradicted = replaced + sizes.additions();
        int deleted = contradicted + sizes.deletions();
        int unsaid = deleted + ((pairs.size() - deleted) / 5);
        int revised = unsaid + ((pairs.size() - deleted) / 6);
        for (int i = 0; i < pairs.size(); i++) {
            Fate fate = i < replaced
                    ? Fate.REPLACED
                    : i < contradicted
                            ? Fate.CONTRADICTED
                            : i < deleted
                                    ? Fate.DELETED
                                    : i < unsaid ? Fate.UNSAID : i < revised ? Fate.REVISED : Fate.STANDS;
            add(pairs.get(i), fate);
        }
    }

    private void add(Pair pair, Fate fate) {
        Chance key = chance.key(pair.relation().name(), pair.subject().name());
        RandomGenerator draws = key.stream("value").generator();
        Value value = values.draw(pair.relation().value(), draws);
        LocalDate from = directory.today().minusDays(key.stream("from").between(60, 1100));
        switch (fate) {
            case STANDS, DELETED, UNSAID -> keep(make(pair, value, from, fate, "now", Optional.empty()));
            case REPLACED, CONTRADICTED -> {
                Value next = values.other(pair.relation().value(), List.of(value), draws);
                Known coming = make(pair, next, directory.today(), fate, "next", Optional.empty());
                keep(make(pair, value, from, fate, "now", Optional.of(coming)));
            }
            case REVISED -> {
                Value before = values.other(pair.relation().value(), List.of(value), draws);
                Known now = make(pair, value, from, fate, "now", Optional.empty());
                keep(now);
                LocalDate earlier = from.minusDays(key.stream("earlier").between(150, 900));
                former.add(make(pair, before, earlier, fate, "then", Optional.of(now)));
            }
        }
    }

    /** Subjects in a random order share values in turns: groups of two up to the largest, then again. */
    private void grouped(Relation relation) {
        List<Entity> subjects = chance.stream("groups").key(relation.name()).shuffled(directory.all(relation.type()));
        List<Value> taken = new ArrayList<>();
        int at = 0;
        for (int group = 0; at < subjects.size(); group++) {
            RandomGenerator draws =
                    chance.stream("group").key(relation.name(), group).generator();
            int size = relation.group() == 0 ? 1 : 2 + (group % (relation.group() - 1));
            Value value = relation.group() == 0
                    ? values.draw(relation.value(), draws)
                    : values.other(relation.value(), taken, draws);
            taken.add(value);
            for (int i = 0; i < size && at < subjects.size(); i++, at++) {
                Pair pair = new Pair(relation, subjects.get(at));
                LocalDate from = directory
                        .today()
                        .minusDays(chance.key(relation.name(), pair.subject().name(), "from")
                                .between(60, 1100));
                keep(make(pair, value, from, Fate.STANDS, "now", Optional.empty()));
            }
        }
    }

    private Known make(Pair pair, Value value, LocalDate from, Fate fate, String version, Optional<Known> successor) {
        String id = names.of(
                "f",
                pair.relation().type(),
                pair.relation().name(),
                pair.subject().name(),
                version);
        return new Known(id, pair.relation(), pair.subject(), value, from, fate, successor);
    }

    private void keep(Known fact) {
        String relation = fact.relation().type() + " " + fact.relation().name();
        known.add(fact);
        byRelation.computeIfAbsent(relation, _ -> new ArrayList<>()).add(fact);
        bySubject.put(relation + " " + fact.subject().name(), fact);
    }
}
