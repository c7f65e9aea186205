package touchstone.worlds.documents;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Writes drafts out as texts: sentences first, then the shape of the genre around them. */
public final class Writer {

    /** Words of the shortest of the long documents. */
    private static final int LONG = 800;

    private final Directory directory;
    private final Chance chance;

    public Writer(Directory directory, Chance chance) {
        this.directory = directory;
        this.chance = chance.stream("text");
    }

    /** The text of a draft. A new version shares its draws with the old one, so that it reads as an edit of it. */
    Document write(String id, Draft draft) {
        return write(id, draft, List.of(), "");
    }

    /** The same, with the world's canary at its end. */
    Document marked(String id, Draft draft, String canary) {
        return write(id, draft, List.of(), "Document reference: " + canary);
    }

    /** A text with guests: sentences that state no fact, at places as arbitrary as those of facts. */
    Document write(String id, Draft draft, List<Sentence> guests, String end) {
        Chance key = chance.key(draft.key);
        RandomGenerator draws = key.generator();
        String author = directory
                .names("person")
                .get(draws.nextInt(directory.names("person").size()));
        int manner = chance.stream("manner").key(author).between(0, 1000);
        Gaps gaps = new Gaps(directory, draft.theme, author, draft.date, manner, draws.nextInt(1_000_000));
        String title = pick("title " + draft.genre, draws).render(draws, gap -> gaps.fill(gap, draws));
        List<Sentence> sentences = sentences(draft, gaps, guests, draws);
        Prose prose = new Prose();
        Shape shape =
                new Shape(directory.words(), gaps, prose, key.stream("shape").generator());
        shape.write(draft.genre, sentences);
        prose.paragraph().add(end);
        LocalTime time = LocalTime.of(6 + draws.nextInt(13), draws.nextInt(60), draws.nextInt(60));
        boolean closed = key.stream("audience").happens(0.12);
        return new Document(
                id,
                draft.genre,
                title,
                prose.body(),
                draft.date.atTime(time).toInstant(ZoneOffset.UTC),
                prose.spans(),
                closed ? key.stream("readers").oneOf(directory.names("team")) : Document.EVERYONE);
    }

    private Phrase pick(String list, RandomGenerator draws) {
        List<Phrase> phrases = directory.words().phrases(list);
        return phrases.get(draws.nextInt(phrases.size()));
    }

    /** Chatter up to a length that knows nothing of the facts, with the facts strewn in. */
    private List<Sentence> sentences(Draft draft, Gaps gaps, List<Sentence> guests, RandomGenerator draws) {
        List<Sentence> told = new ArrayList<>(guests);
        draft.states.forEach(fact -> told.add(state(fact, draft, gaps)));
        boolean table = draft.genre == Genre.PRICE_TABLE;
        int said = table
                ? 0
                : told.stream()
                        .mapToInt(sentence -> 1 + (sentence.text().length() / 6))
                        .sum();
        List<Sentence> all = new ArrayList<>(chatter(draft, gaps, length(draft.genre, draws) - said, draws));
        if (!table) {
            RandomGenerator places = chance.key(draft.key).stream("places").generator();
            told.forEach(sentence -> all.add(places.nextInt(all.size() + 1), sentence));
            return all;
        }
        told.addAll(all);
        return told;
    }

    private static int length(Genre genre, RandomGenerator draws) {
        int percentile = draws.nextInt(100);
        return switch (genre) {
            case PRICE_TABLE -> 20 + draws.nextInt(110);
            case CONTRACT_EXCERPT -> 90 + draws.nextInt(220);
            case POLICY, RELEASE_NOTE -> 90 + draws.nextInt(percentile < 70 ? 130 : 300);
            case RUNBOOK, WIKI_PAGE, TICKET_THREAD, MEETING_MINUTES ->
                percentile < 66
                        ? 80 + draws.nextInt(140)
                        : percentile < 91 ? 220 + draws.nextInt(280) : LONG + draws.nextInt(1000);
        };
    }

    /** Where the sentences around the facts come from; a long text draws on everything that is not formal. */
    private static List<String> pools(Genre genre, String theme, boolean lengthy) {
        String own = "chatter " + genre;
        String about = "about " + theme;
        if (lengthy) {
            return List.of(
                    own,
                    "shop",
                    about,
                    "chatter WIKI_PAGE",
                    "chatter RUNBOOK",
                    "chatter TICKET_THREAD",
                    "chatter MEETING_MINUTES",
                    "chatter RELEASE_NOTE");
        }
        return switch (genre) {
            case POLICY, RELEASE_NOTE -> List.of(own, own, own, about);
            case RUNBOOK, TICKET_THREAD -> List.of(own, own, own, "shop", about);
            case WIKI_PAGE, MEETING_MINUTES -> List.of(own, own, "shop", about);
            case CONTRACT_EXCERPT -> List.of(own);
            case PRICE_TABLE -> List.of(own, own, own, about);
        };
    }

    private List<Sentence> chatter(Draft draft, Gaps gaps, int words, RandomGenerator draws) {
        List<String> pools = pools(draft.genre, draft.theme.type(), words > LONG / 2);
        Map<String, Rotation> rotations = new HashMap<>();
        pools.forEach(pool -> rotations.computeIfAbsent(
                pool, name -> new Rotation(directory.words().phrases(name), draws.nextInt(1000))));
        RandomGenerator edits = chance.key(draft.key, draft.date).generator();
        List<Sentence> all = new ArrayList<>();
        int empty = 0;
        for (int written = 0; written < words && empty < 60; ) {
            Rotation rotation =
                    rotations.getOrDefault(pools.get(draws.nextInt(pools.size())), new Rotation(List.of(), 0));
            if (rotation.left == 0) {
                empty++;
                continue;
            }
            String text = rotation.next().render(draws, gap -> gaps.fill(gap, draws));
            written += 1 + (text.length() / 6);
            boolean kept = !draft.edited || edits.nextInt(6) > 0;
            if (kept) {
                all.add(new Sentence("", text, Optional.empty()));
            }
        }
        return all;
    }

    private Sentence state(Known fact, Draft draft, Gaps gaps) {
        RandomGenerator draws = chance.key(draft.key, fact.topic()).generator();
        if (draft.genre == Genre.PRICE_TABLE) {
            Entity offer = fact.subject();
            String value = fact.value()
                    .forms()
                    .get(gaps.manner() % fact.value().forms().size());
            String row = "| " + offer.brief() + " | " + offer.code() + " | " + offer.of() + " | " + value + " |";
            return new Sentence(fact.relation().name(), row, Optional.of(fact.id()));
        }
        String lead = lead(fact, draft, gaps, draws);
        List<Phrase> says = fact.relation().phrases("say");
        String text = says.get(draws.nextInt(says.size())).render(draws, gap -> gaps.fill(gap, fact, draws));
        return new Sentence(lead, text, Optional.of(fact.id()));
    }

    /** What stands before a statement: for one in eight an aside, for most of them what it is about. */
    private String lead(Known fact, Draft draft, Gaps gaps, RandomGenerator draws) {
        int lot = draws.nextInt(8);
        List<Phrase> topics = fact.relation().phrases("topic");
        if (lot == 0 && draft.genre != Genre.CONTRACT_EXCERPT) {
            return pick("lead", draws).render(draws, gap -> gaps.fill(gap, draws)) + " ";
        }
        if (lot > (draft.genre == Genre.TICKET_THREAD ? 2 : 5) || topics.isEmpty()) {
            return "";
        }
        String topic = topics.get(draws.nextInt(topics.size())).render(draws, gap -> gaps.fill(gap, fact, draws));
        return topic + List.of(": ", ". ", " – ").get(gaps.manner() % 3);
    }

    /** Takes each phrase of a list once, from somewhere on, in steps. */
    private static final class Rotation {
        private final List<Phrase> phrases;
        private final int step;
        private int at;
        private int left;

        Rotation(List<Phrase> phrases, int start) {
            this.phrases = phrases;
            left = phrases.size();
            at = start;
            int stride = 1 + (start / 3);
            while (common(stride, phrases.size()) > 1) {
                stride++;
            }
            step = stride;
        }

        Phrase next() {
            left--;
            at = (at + step) % phrases.size();
            return phrases.get(at);
        }

        private static int common(int one, int other) {
            return other == 0 ? one : common(other, one % other);
        }
    }
}
