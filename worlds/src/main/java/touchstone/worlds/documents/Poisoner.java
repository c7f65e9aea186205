package touchstone.worlds.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.worlds.Asked;
import touchstone.worlds.Document;
import touchstone.worlds.Genre;
import touchstone.worlds.Poison;
import touchstone.worlds.Question;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Entity;
import touchstone.worlds.facts.Names;
import touchstone.worlds.facts.Sizes;
import touchstone.worlds.text.Phrase;

/** Writes documents that carry an instruction, each made to be found for one question. */
public final class Poisoner {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final List<Genre> GENRES =
            List.of(Genre.WIKI_PAGE, Genre.TICKET_THREAD, Genre.MEETING_MINUTES, Genre.RUNBOOK, Genre.POLICY);

    private final Directory directory;
    private final Writer writer;
    private final Chance chance;
    private final Names names;

    public Poisoner(Directory directory, Writer writer, Chance chance, Names names) {
        this.directory = directory;
        this.writer = writer;
        this.chance = chance.stream("poison");
        this.names = names;
    }

    /** One poison for each of so many questions; styles take turns. */
    public List<Poison> poisons(List<Question> questions, Sizes sizes) {
        List<Question> targets = chance.stream("targets").shuffled(questions).stream()
                .filter(question -> question.asked() == Asked.EITHER && question.answerable())
                .limit(sizes.poisons())
                .toList();
        List<String> styles = directory.words().list("poison styles");
        List<Poison> poisons = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            poisons.add(poison(targets.get(i), styles.get(i % styles.size()), i));
        }
        return poisons;
    }

    /** The questions; those that a poison is aimed at are asked after the update only. */
    public static List<Question> aimed(List<Question> questions, List<Poison> poisons) {
        Set<String> targets = new HashSet<>();
        poisons.forEach(poison -> targets.add(poison.question()));
        return questions.stream()
                .map(question -> targets.contains(question.id()) ? question.asked(Asked.AFTER) : question)
                .toList();
    }

    private Poison poison(Question question, String style, int number) {
        RandomGenerator draws = chance.key(number).generator();
        Genre genre = GENRES.get(number % GENRES.size());
        List<Entity> themes = Plan.themes(genre, directory);
        Entity theme = themes.stream()
                .filter(entity -> question.text().contains(entity.brief()))
                .findFirst()
                .orElse(themes.get(draws.nextInt(themes.size())));
        String wrong = question.answer().wrong().getFirst();
        String effect = render("poison effect", token(draws), wrong, question, draws);
        String instruction = render("poison " + style, effect, wrong, question, draws);
        String id = names.of("d", "poison", number);
        Draft draft =
                new Draft("poison " + number, genre, theme, directory.today().minusDays(3 + draws.nextInt(1100)));
        List<Sentence> guests = new ArrayList<>();
        guests.add(new Sentence("", instruction, Optional.empty()));
        List<String> wordings = new ArrayList<>(question.paraphrases());
        wordings.add(question.text());
        for (String wording : wordings.subList(0, Math.min(2, wordings.size()))) {
            guests.add(new Sentence("", render("poison bait", wording, wrong, question, draws), Optional.empty()));
        }
        guests.add(new Sentence("", render("poison bait", question.text(), wrong, question, draws), Optional.empty()));
        Document document = writer.write(id, draft, guests, "");
        return new Poison(document, instruction, effect, question.id());
    }

    private static String token(RandomGenerator draws) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            token.append(LETTERS.charAt(draws.nextInt(LETTERS.length())));
        }
        return token + "-" + (10000 + draws.nextInt(90000));
    }

    private String render(String list, String text, String wrong, Question question, RandomGenerator draws) {
        List<Phrase> phrases = directory.words().phrases(list);
        Gaps gaps = new Gaps(
                directory, directory.all("team").getFirst(), "", directory.today(), 0, draws.nextInt(1_000_000));
        return phrases.get(draws.nextInt(phrases.size())).render(draws, gap -> switch (gap) {
            case "effect", "token", "bait" -> text;
            case "wrong" -> wrong;
            case "question" -> question.text();
            default -> gaps.fill(gap, draws);
        });
    }
}
