package touchstone.worlds.questions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import touchstone.worlds.Answer;
import touchstone.worlds.Asked;
import touchstone.worlds.Evidence;
import touchstone.worlds.Kind;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Fate;
import touchstone.worlds.facts.Known;
import touchstone.worlds.facts.Relation;
import touchstone.worlds.facts.Sizes;
import touchstone.worlds.facts.Value;
import touchstone.worlds.facts.Values;
import touchstone.worlds.text.Phrase;

/** Questions that need several facts: which of two is more, what a fact leads to, all that share a value. */
final class Joined {

    private final Asker asker;
    private final Facts facts;
    private final Sizes sizes;
    private final List<Relation> relations;
    private final Set<String> stated;

    Joined(Asker asker, Sizes sizes, List<Relation> relations, Set<String> stated) {
        this.asker = asker;
        this.facts = asker.facts();
        this.sizes = sizes;
        this.relations = relations;
        this.stated = stated;
    }

    private List<Known> shuffled(String stream, Predicate<Known> fit) {
        return asker.chance().stream(stream).shuffled(facts.known()).stream()
                .filter(fact -> fact.fate() == Fate.STANDS && stated.contains(fact.id()) && fit.test(fact))
                .toList();
    }

    void comparisons() {
        Map<String, Known> waiting = new LinkedHashMap<>();
        int made = 0;
        for (Known right : shuffled("compared", fact -> fact.relation().can("compare"))) {
            Known left = waiting.get(right.relation().key());
            if (left == null
                    || left.value().size() == right.value().size()
                    || left.value().resembles(right.value())) {
                waiting.put(right.relation().key(), right);
                continue;
            }
            waiting.remove(right.relation().key());
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
        List<String> texts =
                new ArrayList<>(rendered(left, "compare", draws, gap -> gap.equals("A") ? brief(left) : brief(right)));
        texts.addAll(rendered(left, "compare", draws, gap -> gap.equals("A") ? brief(right) : brief(left)));
        String name = brief(more);
        String other = brief(less);
        List<String> wrong = List.of(
                other + ", with " + less.value().text() + ".",
                other + ", with " + more.value().text() + ".",
                "Both are the same, with " + less.value().text() + ".");
        String sentence = name + ", with " + more.value().text() + " against "
                + less.value().text() + ".";
        Answer answer = new Answer(sentence, List.of(List.of(name), more.value().forms()), wrong);
        return add(Kind.COMPARISON, texts, answer, List.of(left, right));
    }

    private static String brief(Known fact) {
        return fact.subject().brief();
    }

    private static List<String> rendered(Known fact, String use, RandomGenerator draws, UnaryOperator<String> gaps) {
        Set<String> texts = new LinkedHashSet<>();
        List<Phrase> phrases = fact.relation().phrases(use);
        int start = draws.nextInt(phrases.size());
        for (int i = 0; i < phrases.size() * 2; i++) {
            texts.add(phrases.get((start + i) % phrases.size()).render(draws, gaps));
        }
        return List.copyOf(texts);
    }

    void hops() {
        int made = 0;
        for (Known first : shuffled("hops", _ -> true)) {
            for (Relation second : relations) {
                String use = "hop " + second.name();
                Optional<Known> then = first.relation().can(use)
                        ? facts.about(second, first.value().text())
                        : Optional.empty();
                if (made < sizes.questions(Kind.TWO_HOP)
                        && then.filter(fact -> fact.fate() == Fate.STANDS && stated.contains(fact.id()))
                                .isPresent()
                        && hop(first, then.get(), use)) {
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
        List<String> texts = rendered(first, use, draws, gap -> Asker.filled(gap, first, Optional.empty(), draws));
        Answer answer = new Answer(
                asker.sentence(second, second.value(), draws),
                List.of(second.value().forms()),
                asker.wrong(second, List.of(), List.of(second.value()), draws));
        return add(Kind.TWO_HOP, texts, answer, List.of(first, second));
    }

    void aggregations() {
        Map<String, List<Known>> groups = new LinkedHashMap<>();
        facts.known().stream()
                .filter(fact -> fact.relation().can("which"))
                .forEach(fact -> groups.computeIfAbsent(
                                fact.relation().key() + " " + fact.value().text(), _ -> new ArrayList<>())
                        .add(fact));
        int made = 0;
        List<List<Known>> order = asker.chance().stream("groups").shuffled(List.copyOf(groups.values()));
        for (List<Known> group : order) {
            boolean whole = group.size() > 1 && group.stream().allMatch(fact -> stated.contains(fact.id()));
            if (made < sizes.questions(Kind.AGGREGATION)
                    && whole
                    && (made % 3 == 0 ? count(group) : gather(group, order))) {
                made++;
            }
        }
        check(made, Kind.AGGREGATION);
    }

    private boolean gather(List<Known> group, List<List<Known>> groups) {
        Known one = group.getFirst();
        RandomGenerator draws = asker.chance().stream("which").key(one.id()).generator();
        List<String> subjects = group.stream().map(Joined::brief).toList();
        List<String> strangers = groups.stream()
                .filter(other ->
                        !other.equals(group) && other.getFirst().relation().equals(one.relation()))
                .flatMap(List::stream)
                .map(Joined::brief)
                .limit(3)
                .toList();
        List<String> wrong = new ArrayList<>(List.of(listed(strangers)));
        for (int i = 0; i < Math.min(3, group.size()); i++) {
            List<String> fewer = new ArrayList<>(subjects);
            fewer.remove(i);
            wrong.add(listed(fewer));
        }
        Answer answer =
                new Answer(listed(subjects), subjects.stream().map(List::of).toList(), wrong);
        List<String> texts = rendered(one, "which", draws, gap -> Asker.filled(gap, one, Optional.empty(), draws));
        return add(Kind.AGGREGATION, texts, answer, group);
    }

    private boolean count(List<Known> group) {
        Known one = group.getFirst();
        RandomGenerator draws = asker.chance().stream("count").key(one.id()).generator();
        Value right = Values.count(group.size());
        List<String> wrong = new ArrayList<>();
        for (int i : new int[] {1, -1, 2, 3}) {
            if (group.size() + i > 0) {
                wrong.add(Values.count(group.size() + i).text() + ".");
            }
        }
        Answer answer = new Answer(right.text() + ".", List.of(right.forms()), wrong);
        List<String> texts = rendered(one, "count", draws, gap -> Asker.filled(gap, one, Optional.empty(), draws));
        return add(Kind.AGGREGATION, texts, answer, group);
    }

    private boolean add(Kind kind, List<String> texts, Answer answer, List<Known> facts) {
        Evidence evidence = new Evidence(facts.stream().map(Known::id).toList(), List.of());
        return asker.add(kind, Asked.EITHER, texts, answer, evidence);
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.getFirst() + "."
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast() + ".";
    }

    private void check(int made, Kind kind) {
        if (made < sizes.questions(kind)) {
            throw new IllegalStateException("The vocabulary has too few facts for questions of kind " + kind);
        }
    }
}
