package touchstone.worlds.questions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.worlds.Asked;
import touchstone.worlds.Kind;
import touchstone.worlds.Outdated;
import touchstone.worlds.Question;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Fate;
import touchstone.worlds.facts.Known;
import touchstone.worlds.facts.Names;
import touchstone.worlds.facts.Relation;
import touchstone.worlds.facts.Sizes;

/** The questions of a world: of each kind as many as the sizes ask for. */
public final class Questions {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final Asker asker;
    private final Facts facts;
    private final Sizes sizes;
    private final Map<String, LocalDate> stated;
    private final Set<String> used = new HashSet<>();

    private Questions(Asker asker, Sizes sizes, Map<String, LocalDate> stated) {
        this.asker = asker;
        this.facts = asker.facts();
        this.sizes = sizes;
        this.stated = stated;
    }

    /**
     * Asks.
     *
     * @param stated ids of the facts that the corpus states, with the day of the first document that does
     */
    public static List<Question> of(
            Facts facts,
            List<Relation> relations,
            Sizes sizes,
            Map<String, LocalDate> stated,
            Chance chance,
            Names names) {
        Questions all = new Questions(new Asker(facts, chance, names), sizes, stated);
        all.timeDependent();
        all.singles(Kind.CODE, relation -> relation.can("code"));
        all.singles(Kind.TABLE, Relation::tabled);
        Joined joined = new Joined(all.asker, sizes, relations, stated.keySet());
        joined.comparisons();
        joined.hops();
        joined.aggregations();
        all.unanswerable();
        all.singles(Kind.PARAPHRASE, relation -> relation.can("far"));
        return chance.stream("question order").shuffled(all.asker.questions());
    }

    private List<Known> shuffled(List<Known> from, String stream, Predicate<Known> fit) {
        return asker.chance().stream(stream).shuffled(from).stream().filter(fit).toList();
    }

    private boolean free(Known fact) {
        return stated.containsKey(fact.id()) && !used.contains(fact.id());
    }

    private void singles(Kind kind, Predicate<Relation> relation) {
        Map<String, Known> then = new HashMap<>();
        facts.former().forEach(fact -> then.put(fact.topic(), fact));
        Iterator<Known> choice = shuffled(
                        facts.known(),
                        kind.name(),
                        fact -> (fact.fate() == Fate.STANDS || (kind == Kind.TABLE && fact.fate() == Fate.REVISED))
                                && free(fact)
                                && relation.test(fact.relation()))
                .iterator();
        for (int i = 0; i < sizes.questions(kind); ) {
            Known fact = next(choice, kind);
            Known old = then.get(fact.topic());
            List<Outdated> outdated =
                    old == null || !stated.containsKey(old.id()) ? List.of() : List.of(outdated(old, fact));
            if (used.add(fact.id()) && asker.single(kind, Asked.EITHER, fact, outdated, "")) {
                i++;
            }
        }
    }

    private static <T> T next(Iterator<T> choice, Kind kind) {
        if (!choice.hasNext()) {
            throw new IllegalStateException("The vocabulary has too few facts for questions of kind " + kind);
        }
        return choice.next();
    }

    private void timeDependent() {
        Kind kind = Kind.TIME_DEPENDENT;
        Iterator<Known> changing = shuffled(
                        facts.known(),
                        "changing",
                        fact -> fact.successor().isPresent() && stated.containsKey(fact.id()))
                .iterator();
        int changed = sizes.questionsChanged();
        int before = sizes.questionsBefore();
        for (int now = 0, then = 0; now < changed || then < before; ) {
            Known old = next(changing, kind);
            Known coming = old.successor().orElseThrow();
            if (then < before && asker.single(kind, Asked.BEFORE, old, List.of(), "")) {
                then++;
            }
            if (now < changed && asker.single(kind, Asked.AFTER, coming, List.of(outdated(old, coming)), "")) {
                now++;
            }
        }
        Iterator<Known> former = shuffled(
                        facts.former(),
                        "former",
                        fact -> stated.containsKey(fact.id())
                                && stated.containsKey(
                                        fact.successor().orElseThrow().id()))
                .iterator();
        for (int i = changed + before; i < sizes.questions(kind); ) {
            Known old = next(former, kind);
            Known now = old.successor().orElseThrow();
            LocalDate first = stated.getOrDefault(old.id(), LocalDate.EPOCH);
            LocalDate second = stated.getOrDefault(now.id(), LocalDate.EPOCH);
            boolean past = i % 3 == 0 && first.plusDays(90).isBefore(second);
            String month = "As things stood in " + MONTH.format(first.plusDays(45)) + ": ";
            boolean made = past
                    ? asker.single(kind, Asked.EITHER, old, List.of(outdated(now, old)), month)
                    : asker.single(kind, Asked.EITHER, now, List.of(outdated(old, now)), "");
            i += made ? 1 : 0;
            used.add(now.id());
        }
    }

    private Outdated outdated(Known other, Known asked) {
        RandomGenerator draws =
                asker.chance().stream("outdated").key(other.id(), asked.id()).generator();
        return new Outdated(other.id(), asker.sentence(asked, other.value(), draws));
    }

    private void unanswerable() {
        Iterator<Known> deleted = shuffled(
                        facts.known(), "deleted", fact -> fact.fate() == Fate.DELETED && stated.containsKey(fact.id()))
                .iterator();
        int made = 0;
        while (made < sizes.questionsDeleted()) {
            Known fact = next(deleted, Kind.UNANSWERABLE);
            made += asker.none(Asked.AFTER, fact, List.of(outdated(fact, fact))) ? 1 : 0;
        }
        Iterator<Known> unsaid = shuffled(
                        facts.known(),
                        "unsaid",
                        fact -> fact.fate() == Fate.UNSAID
                                && (!fact.relation().tabled() || fact.relation().can("ask")))
                .iterator();
        while (made < sizes.questions(Kind.UNANSWERABLE)) {
            if (asker.none(Asked.EITHER, next(unsaid, Kind.UNANSWERABLE), List.of())) {
                made++;
            }
        }
    }
}
