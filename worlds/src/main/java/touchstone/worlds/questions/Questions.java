package touchstone.worlds.questions;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.worlds.Answer;
import touchstone.worlds.Asked;
import touchstone.worlds.Evidence;
import touchstone.worlds.Kind;
import touchstone.worlds.Outdated;
import touchstone.worlds.Question;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Fate;
import touchstone.worlds.facts.Known;
import touchstone.worlds.facts.Names;
import touchstone.worlds.facts.Relation;
import touchstone.worlds.facts.Sizes;
import touchstone.worlds.facts.Value;
import touchstone.worlds.facts.Values;

/** The questions of a world: of each kind as many as the sizes ask for. */
public final class Questions {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final Asker asker;
    private final Facts facts;
    private final Sizes sizes;
    private final List<Relation> relations;
    private final Set<String> stated;
    private final Set<String> used = new HashSet<>();

    private Questions(Asker asker, Sizes sizes, List<Relation> relations, Set<String> stated) {
        this.asker = asker;
        this.facts = asker.facts();
        this.sizes = sizes;
        this.relations = relations;
        this.stated = stated;
    }

    /**
     * Asks.
     *
     * @param stated ids of the facts that the corpus states
     */
    public static List<Question> of(
            Facts facts, List<Relation> relations, Sizes sizes, Set<String> stated, Chance chance, Names names) {
        Questions all = new Questions(new Asker(facts, chance, names), sizes, relations, stated);
        all.timeDependent();
        all.singles(Kind.CODE, relation -> relation.can("code"));
        all.singles(Kind.TABLE, Relation::tabled);
        all.comparisons();
        all.hops();
        all.aggregations();
        all.unanswerable();
        all.singles(Kind.PARAPHRASE, relation -> relation.can("far"));
        return chance.stream("question order").shuffled(all.asker.questions());
    }

    private List<Known> shuffled(List<Known> from, String stream, Predicate<Known> fit) {
        return asker.chance().stream(stream).shuffled(from).stream().filter(fit).toList();
    }

    private boolean free(Known fact) {
        return stated.contains(fact.id()) && !used.contains(fact.id());
    }

    private void singles(Kind kind, Predicate<Relation> relation) {
        Iterator<Known> choice = shuffled(
                        facts.known(),
                        kind.name(),
                        fact -> fact.fate() == Fate.STANDS && free(fact) && relation.test(fact.relation()))
                .iterator();
        for (int i = 0; i < sizes.questions(kind); ) {
            Known fact = next(choice, kind);
            if (used.add(fact.id()) && asker.single(kind, Asked.EITHER, fact, List.of(), "")) {
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
                        facts.known(), "changing", fact -> fact.successor().isPresent() && stated.contains(fact.id()))
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
                        fact -> stated.contains(fact.id())
                                && stated.contains(
                                        fact.successor().orElseThrow().id()))
                .iterator();
        for (int i = changed + before; i < sizes.questions(kind); ) {
            Known old = next(former, kind);
            Known now = old.successor().orElseThrow();
            boolean past = i % 3 == 0;
            String month = "As things stood in " + MONTH.format(now.from().minusDays(40)) + ": ";
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

    private void comparisons() {
        List<Known> fit = shuffled(
                facts.known(),
                "compared",
                fact -> fact.fate() == Fate.STANDS
                        && stated.contains(fact.id())
                        && fact.relation().can("compare"));
        Map<String, Known> waiting = new LinkedHashMap<>();
        int made = 0;
        for (Known right : fit) {
            Known left = waiting.get(right.relation().name());
            if (left == null
                    || left.value().size() == right.value().size()
                    || left.value().resembles(right.value())) {
                waiting.put(right.relation().name(), right);
                continue;
            }
            waiting.remove(right.relation().name());
            if (made < sizes.questions(Kind.COMPARISON) && compare(left, right)) {
                made++;
            }
        }
        check(made, Kind.COMPARISON);
    }

    private boolean compare(Known left, Known right) {
        Known more = left.value().size() > right.value().size() ? left : right;
        Known less = more.equals(left) ? right : left;
        RandomGenerator draws =
                asker.chance().stream("compare").key(left.id(), right.id()).generator();
        List<String> texts = left.relation().phrases("compare").stream()
                .map(phrase -> phrase.render(
                        draws,
                        gap -> gap.equals("A")
                                ? left.subject().name()
                                : right.subject().name()))
                .toList();
        List<String> wrong = new ArrayList<>(List.of(
                less.subject().name() + ", with " + more.value().text() + ".",
                less.subject().name() + ", with " + less.value().text() + ".",
                "They are the same."));
        Answer answer = new Answer(
                more.subject().name() + ", with " + more.value().text() + ".",
                List.of(List.of(more.subject().name()), more.value().forms()),
                wrong);
        return asker.add(
                Kind.COMPARISON,
                Asked.EITHER,
                texts,
                answer,
                new Evidence(List.of(left.id(), right.id()), List.of()),
                draws);
    }

    private void hops() {
        int made = 0;
        for (Known first :
                shuffled(facts.known(), "hops", fact -> fact.fate() == Fate.STANDS && stated.contains(fact.id()))) {
            for (Relation second : relations) {
                String use = "hop " + second.name();
                if (made >= sizes.questions(Kind.TWO_HOP) || !first.relation().can(use)) {
                    continue;
                }
                Optional<Known> then = facts.of(second).stream()
                        .filter(fact ->
                                fact.subject().name().equals(first.value().text())
                                        && fact.fate() == Fate.STANDS
                                        && stated.contains(fact.id()))
                        .findFirst();
                if (then.isPresent() && hop(first, then.get(), use)) {
                    made++;
                    break;
                }
            }
        }
        check(made, Kind.TWO_HOP);
    }

    private boolean hop(Known first, Known second, String use) {
        RandomGenerator draws =
                asker.chance().stream("hop").key(first.id(), second.id()).generator();
        List<String> texts = first.relation().phrases(use).stream()
                .map(phrase -> phrase.render(draws, gap -> Asker.filled(gap, first, Optional.empty())))
                .toList();
        List<String> wrong = new ArrayList<>();
        List<Value> taken = new ArrayList<>(List.of(second.value()));
        while (wrong.size() < 4) {
            Value other = facts.values().other(second.relation().value(), taken, draws);
            taken.add(other);
            wrong.add(asker.sentence(second, other, draws));
        }
        Answer answer = new Answer(
                asker.sentence(second, second.value(), draws),
                List.of(second.value().forms()),
                wrong);
        return asker.add(
                Kind.TWO_HOP,
                Asked.EITHER,
                texts,
                answer,
                new Evidence(List.of(first.id(), second.id()), List.of()),
                draws);
    }

    private void aggregations() {
        Map<String, List<Known>> groups = new LinkedHashMap<>();
        facts.known().stream()
                .filter(fact -> fact.relation().can("which"))
                .forEach(fact -> groups.computeIfAbsent(
                                fact.relation().name() + fact.value().text(), _ -> new ArrayList<>())
                        .add(fact));
        int made = 0;
        List<List<Known>> order = asker.chance().stream("groups").shuffled(List.copyOf(groups.values()));
        for (List<Known> group : order) {
            boolean whole = group.size() > 1 && group.stream().allMatch(fact -> stated.contains(fact.id()));
            if (made < sizes.questions(Kind.AGGREGATION) && whole && gather(group)) {
                made++;
            }
        }
        check(made, Kind.AGGREGATION);
    }

    private boolean gather(List<Known> group) {
        Known one = group.getFirst();
        RandomGenerator draws = asker.chance().stream("which").key(one.id()).generator();
        List<String> texts = one.relation().phrases("which").stream()
                .map(phrase -> phrase.render(draws, gap -> Asker.filled(gap, one, Optional.empty())))
                .toList();
        List<String> subjects =
                group.stream().map(fact -> fact.subject().name()).toList();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < Math.min(3, group.size()); i++) {
            List<String> fewer = new ArrayList<>(subjects);
            fewer.remove(i);
            wrong.add(listed(fewer));
        }
        Answer answer = new Answer(
                listed(subjects),
                subjects.stream().map(name -> Values.named(name).forms()).toList(),
                wrong);
        return asker.add(
                Kind.AGGREGATION,
                Asked.EITHER,
                texts,
                answer,
                new Evidence(group.stream().map(Known::id).toList(), List.of()),
                draws);
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.getFirst() + "."
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast() + ".";
    }

    private void unanswerable() {
        Iterator<Known> deleted = shuffled(
                        facts.known(), "deleted", fact -> fact.fate() == Fate.DELETED && stated.contains(fact.id()))
                .iterator();
        int made = 0;
        while (made < sizes.questionsDeleted()) {
            Known fact = next(deleted, Kind.UNANSWERABLE);
            made += asker.none(Asked.AFTER, fact, List.of(outdated(fact, fact))) ? 1 : 0;
        }
        Iterator<Known> unsaid = shuffled(facts.known(), "unsaid", fact -> fact.fate() == Fate.UNSAID)
                .iterator();
        while (made < sizes.questions(Kind.UNANSWERABLE)) {
            if (asker.none(Asked.EITHER, next(unsaid, Kind.UNANSWERABLE), List.of())) {
                made++;
            }
        }
    }

    private void check(int made, Kind kind) {
        if (made < sizes.questions(kind)) {
            throw new IllegalStateException("The vocabulary has too few facts for questions of kind " + kind);
        }
    }
}
