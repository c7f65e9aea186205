package touchstone.worlds;

import java.util.List;
import touchstone.chance.Chance;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Vocabulary;
import touchstone.worlds.documents.Corpus;
import touchstone.worlds.documents.Poisoner;
import touchstone.worlds.documents.Writer;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Names;
import touchstone.worlds.facts.Relation;
import touchstone.worlds.facts.Sizes;
import touchstone.worlds.facts.Values;
import touchstone.worlds.questions.Questions;

/** The stages of making a world: names, facts, documents, questions, poisons; each draws from a stream of its own. */
final class Making {

    private static final List<String> INDUSTRIES = List.of("pumps", "freight", "clinic");

    private Making() {}

    static World world(Chance chance, int documents) {
        Vocabulary words = Vocabulary.of(chance.stream("industry").oneOf(INDUSTRIES));
        Sizes sizes = new Sizes(documents);
        Names names = new Names(chance);
        Directory directory = Directory.of(words, chance.stream("directory"), documents);
        List<Relation> relations = Relation.of(words);
        Values values = new Values(directory, words.list("currency").getFirst());
        Facts facts = Facts.of(directory, relations, values, sizes, chance, names);
        Writer writer = new Writer(directory, chance);
        Corpus corpus = Corpus.of(directory, facts, sizes, writer, chance, names);
        List<Question> questions = Questions.of(facts, relations, sizes, corpus.stated(), chance, names);
        List<Poison> poisons = new Poisoner(directory, writer, chance, names).poisons(questions, sizes);
        Company company = new Company(
                directory.company(),
                words.industry(),
                directory.today(),
                directory.names("team"),
                directory.names("person"),
                directory.names("site"),
                directory.names("product"),
                directory.names("customer"));
        return new World(
                company,
                facts.all().stream()
                        .filter(fact -> corpus.stated().containsKey(fact.id()) || facts.coming(fact))
                        .map(fact -> fact.fact(corpus.stated().getOrDefault(fact.id(), directory.today())))
                        .toList(),
                corpus.documents(),
                corpus.changes(),
                poisons,
                Poisoner.aimed(questions, poisons),
                corpus.canary());
    }
}
