package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import touchstone.chance.Chance;
import touchstone.worlds.Asked;
import touchstone.worlds.Change;
import touchstone.worlds.Document;
import touchstone.worlds.Kind;
import touchstone.worlds.Poison;
import touchstone.worlds.Question;
import touchstone.worlds.World;

/** Which question of a world is asked when, and which documents are searched for by their own words. */
final class Agenda {

    private final World world;
    private final Chance chance;
    private final Set<String> poisoned = new HashSet<>();

    Agenda(World world, Chance chance) {
        this.world = world;
        this.chance = chance.stream("agenda");
        world.poisons().stream().map(Poison::question).forEach(poisoned::add);
    }

    /** Answerable questions that may be asked at any time, their kinds evenly mixed. */
    List<Question> lasting() {
        return mixed(question -> question.asked() == Asked.EITHER && question.answerable());
    }

    /** Questions that nothing ever answers. */
    List<Question> unanswerable() {
        return mixed(question -> question.asked() == Asked.EITHER && !question.answerable());
    }

    /** Questions that have another answer after the update, as they are asked before it. */
    List<Question> before() {
        return mixed(question -> question.asked() == Asked.BEFORE);
    }

    List<Question> changed() {
        return mixed(question ->
                question.asked() == Asked.AFTER && question.answerable() && !poisoned.contains(question.id()));
    }

    List<Question> deleted() {
        return mixed(question ->
                question.asked() == Asked.AFTER && !question.answerable() && !poisoned.contains(question.id()));
    }

    List<Question> poisoned() {
        return mixed(question -> poisoned.contains(question.id()));
    }

    /** The documents that the update deletes. */
    List<Document> doomed() {
        Set<String> ids = new HashSet<>();
        for (Change change : world.changes()) {
            if (change instanceof Change.Delete(String document)) {
                ids.add(document);
            }
        }
        return world.documents().stream()
                .filter(document -> ids.contains(document.id()))
                .toList();
    }

    /** Documents that the update leaves as they are, in the order of chance. */
    List<Document> lastingDocuments() {
        Set<String> ids = new HashSet<>();
        for (Change change : world.changes()) {
            ids.add(
                    switch (change) {
                        case Change.Delete(String document) -> document;
                        case Change.Upsert(Document document) -> document.id();
                    });
        }
        return chance.stream("lasting").shuffled(world.documents()).stream()
                .filter(document -> !ids.contains(document.id()))
                .toList();
    }

    /** Documents as the update brings them, in the order of chance. */
    List<Document> broughtByUpdate() {
        List<Document> brought = new ArrayList<>();
        for (Change change : world.changes()) {
            if (change instanceof Change.Upsert(Document document)) {
                brought.add(document);
            }
        }
        return chance.stream("brought").shuffled(brought);
    }

    /** In an order in which every stretch has its share of every kind. */
    private List<Question> mixed(Predicate<Question> wanted) {
        Map<Kind, List<Question>> kinds = new EnumMap<>(Kind.class);
        world.questions().stream()
                .filter(wanted)
                .forEach(question -> kinds.computeIfAbsent(question.kind(), _ -> new ArrayList<>())
                        .add(question));
        record Placed(double place, Question question) {}
        List<Placed> placed = new ArrayList<>();
        kinds.forEach((kind, questions) -> {
            List<Question> order = chance.stream("order").key(kind).shuffled(questions);
            for (int i = 0; i < order.size(); i++) {
                double shift = chance.stream("shift").key(order.get(i).id()).uniform();
                placed.add(new Placed((i + shift) / order.size(), order.get(i)));
            }
        });
        return placed.stream()
                .sorted(Comparator.comparingDouble(Placed::place))
                .map(Placed::question)
                .toList();
    }
}
