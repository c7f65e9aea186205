package touchstone.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Vocabulary;
import touchstone.worlds.documents.Corpus;
import touchstone.worlds.documents.Writer;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Known;
import touchstone.worlds.facts.Names;
import touchstone.worlds.facts.Relation;
import touchstone.worlds.facts.Sizes;
import touchstone.worlds.facts.Values;

/** Stages made one by one, without those that come after or beside them. */
class StagesTests {

    private static final World WORLD = World.generate(11, 200);

    private record Stages(Facts facts, Corpus corpus) {}

    /** Everything up to the documents; no question and no poison is made. */
    private static Stages stages() {
        Chance chance = Chance.ofSeed(11).stream("world");
        Vocabulary words = Vocabulary.of(WORLD.company().industry());
        Directory directory = Directory.of(words, chance.stream("directory"), 200);
        Values values = new Values(directory, words.list("currency").getFirst());
        Names names = new Names(chance);
        Sizes sizes = new Sizes(200);
        Facts facts = Facts.of(directory, Relation.of(words), values, sizes, chance, names);
        chance.stream("a stage that nobody has thought of").generator().nextLong();
        return new Stages(facts, Corpus.of(directory, facts, sizes, new Writer(directory, chance), chance, names));
    }

    @Test
    void laterStagesReshuffleNothing() {
        Corpus corpus = stages().corpus();
        assertThat(corpus.documents()).isEqualTo(WORLD.documents());
        assertThat(corpus.changes()).isEqualTo(WORLD.changes());
    }

    @Test
    void saysSubjectAndValueInsideEverySpan() {
        Map<String, Known> known = new HashMap<>();
        stages().facts().all().forEach(fact -> known.put(fact.id(), fact));
        List<Document> documents = new ArrayList<>(WORLD.documents());
        for (Change change : WORLD.changes()) {
            if (change instanceof Change.Upsert upsert) {
                documents.add(upsert.document());
            }
        }
        for (Document document : documents) {
            int end = 0;
            for (Span span : document.spans()) {
                assertThat(span.start()).isGreaterThanOrEqualTo(end);
                end = span.end();
                Known fact = Objects.requireNonNull(known.get(span.fact()));
                String said = span.of(document.body()).toLowerCase(Locale.ROOT);
                assertThat(fact.value().forms())
                        .as(said)
                        .anyMatch(form -> said.contains(form.toLowerCase(Locale.ROOT)));
                String code = fact.subject().code().toLowerCase(Locale.ROOT);
                assertThat(said.contains(fact.subject().brief().toLowerCase(Locale.ROOT))
                                || (!code.isEmpty() && said.contains(code)))
                        .as(said)
                        .isTrue();
            }
        }
    }

    @Test
    void carriesItsCanaryAndNoOthers() {
        assertThat(WORLD.documents()).anyMatch(document -> document.body().contains(WORLD.canary()));
        String other = World.generate(12, 50).canary();
        assertThat(WORLD.documents()).noneMatch(document -> document.body().contains(other));
    }

    @Test
    void poisonsHoldTheirInstructionAndItsEffectNowhereElse() {
        List<String> styles = new ArrayList<>();
        for (Poison poison : WORLD.poisons()) {
            assertThat(poison.document().body()).contains(poison.instruction());
            assertThat(poison.instruction()).contains(poison.effect());
            assertThat(WORLD.documents()).noneMatch(document -> document.body().contains(poison.effect()));
            assertThat(WORLD.questions())
                    .noneMatch(question -> question.answer().sentence().contains(poison.effect()));
            styles.add(poison.instruction());
        }
        assertThat(styles).hasSize(8).doesNotHaveDuplicates();
    }
}
