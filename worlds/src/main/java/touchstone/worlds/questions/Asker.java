package touchstone.worlds.questions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.worlds.Answer;
import touchstone.worlds.Asked;
import touchstone.worlds.Evidence;
import touchstone.worlds.Kind;
import touchstone.worlds.Outdated;
import touchstone.worlds.Question;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Known;
import touchstone.worlds.facts.Names;
import touchstone.worlds.facts.Value;
import touchstone.worlds.text.Phrase;

/** Puts facts as questions: texts that are unique, answers, wrong answers. */
final class Asker {

    /** Fewest wrong answers of a question. */
    private static final int WRONG = 4;

    private final Facts facts;
    private final Chance chance;
    private final Names names;
    private final Set<String> asked = new HashSet<>();
    private final List<Question> questions = new ArrayList<>();

    Asker(Facts facts, Chance chance, Names names) {
        this.facts = facts;
        this.chance = chance.stream("questions");
        this.names = names;
    }

    List<Question> questions() {
        return questions;
    }

    Chance chance() {
        return chance;
    }

    Facts facts() {
        return facts;
    }

    /** A question about one fact; whether its text was new. */
    boolean single(Kind kind, Asked when, Known fact, List<Outdated> outdated, String prefix) {
        RandomGenerator draws = chance.stream(kind.name()).key(fact.id(), when).generator();
        List<String> texts = texts(fact, kind, draws).stream()
                .map(text -> prefix.isEmpty() ? text : prefix + lowered(text))
                .toList();
        Answer answer = new Answer(
                sentence(fact, fact.value(), draws),
                List.of(fact.value().forms()),
                wrong(fact, outdated, List.of(fact.value()), draws));
        return add(kind, when, texts, answer, new Evidence(List.of(fact.id()), outdated));
    }

    /** A question that nothing answers at the time when it is asked. */
    boolean none(Asked when, Known fact, List<Outdated> outdated) {
        RandomGenerator draws = chance.stream("none").key(fact.id()).generator();
        List<String> texts = texts(fact, Kind.UNANSWERABLE, draws);
        Answer answer = new Answer("", List.of(), wrong(fact, outdated, List.of(), draws));
        return add(Kind.UNANSWERABLE, when, texts, answer, new Evidence(List.of(), outdated));
    }

    /** Wrong answers: what is outdated, then other values of the kind. */
    List<String> wrong(Known fact, List<Outdated> outdated, List<Value> right, RandomGenerator draws) {
        List<String> wrong = new ArrayList<>();
        outdated.forEach(old -> wrong.add(old.sentence()));
        List<Value> taken = new ArrayList<>(right);
        while (wrong.size() < WRONG) {
            Value other = facts.values().other(fact.relation().value(), taken, draws);
            taken.add(other);
            String sentence = sentence(fact, other, draws);
            if (wrong.stream().noneMatch(said -> said.contains(other.text()))) {
                wrong.add(sentence);
            }
        }
        return wrong;
    }

    /** Adds a question unless its first free text is taken. */
    boolean add(Kind kind, Asked when, List<String> texts, Answer answer, Evidence evidence) {
        List<String> free = new LinkedHashSet<>(texts)
                .stream().filter(text -> !asked.contains(text)).toList();
        if (free.isEmpty()) {
            return false;
        }
        String id = names.of("q", kind, when, free.getFirst());
        int most = when == Asked.BEFORE ? Math.max(1, Math.min(2, free.size() - 1)) : Math.min(free.size(), 4);
        List<String> others = free.subList(1, most);
        asked.add(free.getFirst());
        asked.addAll(others);
        questions.add(new Question(id, kind, when, free.getFirst(), others, answer, evidence));
        return true;
    }

    /** The answer that a fact's relation gives with a value. */
    String sentence(Known fact, Value value, RandomGenerator draws) {
        return one(fact.relation().phrases("answer"), draws)
                .render(draws, gap -> filled(gap, fact, Optional.of(value), draws));
    }

    /** Wordings, the ones of the kind first. */
    private static List<String> texts(Known fact, Kind kind, RandomGenerator draws) {
        boolean far = kind == Kind.PARAPHRASE || (kind == Kind.UNANSWERABLE && draws.nextInt(3) == 0);
        Set<String> texts = new LinkedHashSet<>();
        for (String use : far ? List.of("far", "ask") : List.of("ask", "far")) {
            List<Phrase> phrases = fact.relation().phrases(use);
            int start = phrases.isEmpty() ? 0 : draws.nextInt(phrases.size());
            for (int i = 0; i < phrases.size(); i++) {
                Phrase phrase = phrases.get((start + i) % phrases.size());
                texts.add(phrase.render(draws, gap -> filled(gap, fact, Optional.empty(), draws)));
            }
        }
        return List.copyOf(texts);
    }

    static Phrase one(List<Phrase> phrases, RandomGenerator draws) {
        return phrases.get(draws.nextInt(phrases.size()));
    }

    static String filled(String gap, Known fact, Optional<Value> value, RandomGenerator draws) {
        return switch (gap) {
            case "S" ->
                draws.nextInt(3) == 0 ? fact.subject().name() : fact.subject().brief();
            case "N" -> fact.subject().name();
            case "B" -> fact.subject().brief();
            case "C" -> fact.subject().code();
            case "O" -> fact.subject().of();
            case "V" -> value.orElse(fact.value()).text();
            default ->
                throw new IllegalStateException(
                        "Relation " + fact.relation().name() + " has a gap {" + gap + "} that nothing fills");
        };
    }

    private static String lowered(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
