package touchstone.worlds.documents;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.worlds.Document;
import touchstone.worlds.Genre;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Entity;
import touchstone.worlds.facts.Known;
import touchstone.worlds.text.Phrase;
import touchstone.worlds.text.Prose;

/** Writes drafts out as texts. */
final class Writer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Directory directory;
    private final Chance chance;
    private final String canary;

    Writer(Directory directory, Chance chance, String canary) {
        this.canary = canary;
        this.directory = directory;
        this.chance = chance.stream("text");
    }

    /** The text of a draft. The same key gives the same surroundings, so that a new version reads as an edit. */
    Document write(String id, Draft draft, Object key) {
        RandomGenerator draws = chance.key(key).generator();
        String title = phrase("title " + draft.genre, draft, draws);
        Prose prose = new Prose();
        prose.add(DAY.format(draft.date)).paragraph();
        List<Optional<Known>> units = new ArrayList<>();
        draft.states.forEach(fact -> units.add(Optional.of(fact)));
        int chatter = 12 + draws.nextInt(20);
        for (int i = 0; i < chatter; i++) {
            units.add(draws.nextInt(units.size() + 1), Optional.empty());
        }
        int sentences = 0;
        for (Optional<Known> unit : units) {
            unit.ifPresentOrElse(
                    fact -> state(prose, fact, draft.genre, draws),
                    () -> prose.add(phrase("chatter " + draft.genre, draft, draws)));
            boolean ends = ++sentences % 4 == 0;
            if (ends) {
                prose.paragraph();
            } else {
                prose.add(" ");
            }
        }
        if (draft.number == 0) {
            prose.paragraph().add("Document reference " + canary + ".");
        }
        LocalTime time = LocalTime.of(6 + draws.nextInt(13), draws.nextInt(60), draws.nextInt(60));
        return new Document(
                id,
                draft.genre,
                title,
                prose.body(),
                draft.date.atTime(time).toInstant(ZoneOffset.UTC),
                prose.spans(),
                Document.EVERYONE);
    }

    private void state(Prose prose, Known fact, Genre genre, RandomGenerator draws) {
        if (genre == Genre.PRICE_TABLE) {
            Entity offer = fact.subject();
            String product = offer.name()
                    .substring(
                            0,
                            offer.name().length() - " in ".length() - offer.of().length());
            prose.add("\n")
                    .state(
                            fact.id(),
                            "| " + product + " | " + offer.code() + " | " + offer.of() + " | "
                                    + fact.value().text() + " |");
            return;
        }
        List<Phrase> says = fact.relation().phrases("say");
        prose.state(fact.id(), says.get(draws.nextInt(says.size())).render(draws, gap -> switch (gap) {
            case "S" -> fact.subject().name();
            case "C" -> fact.subject().code();
            case "O" -> fact.subject().of();
            case "V" ->
                fact.value().forms().get(draws.nextInt(fact.value().forms().size()));
            default -> fill(gap, draws);
        }));
    }

    private String phrase(String list, Draft draft, RandomGenerator draws) {
        List<Phrase> phrases = directory.words().phrases(list);
        return phrases.get(draws.nextInt(phrases.size()))
                .render(draws, gap -> gap.equals("theme") ? draft.theme.name() : fill(gap, draws));
    }

    private String fill(String gap, RandomGenerator draws) {
        List<Entity> all = directory.all(gap);
        if (!all.isEmpty()) {
            return all.get(draws.nextInt(all.size())).name();
        }
        if (gap.equals("company")) {
            return directory.company();
        }
        List<String> words = directory.words().list(gap);
        return words.get(draws.nextInt(words.size()));
    }
}
