package touchstone.worlds.documents;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.worlds.Asked;
import touchstone.worlds.Document;
import touchstone.worlds.Genre;
import touchstone.worlds.Poison;
import touchstone.worlds.Question;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Vocabulary;
import touchstone.worlds.facts.Names;
import touchstone.worlds.facts.Sizes;
import touchstone.worlds.text.Phrase;

/** Writes documents that carry an instruction, each made to be found for one question. */
public final class Poisoner {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Directory directory;
    private final Chance chance;
    private final Names names;

    public Poisoner(Directory directory, Chance chance, Names names) {
        this.directory = directory;
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
    public List<Question> aimed(List<Question> questions, List<Poison> poisons) {
        Set<String> targets = new HashSet<>();
        poisons.forEach(poison -> targets.add(poison.question()));
        return questions.stream()
                .map(question -> targets.contains(question.id())
                        ? new Question(
                                question.id(),
                                question.kind(),
                                Asked.AFTER,
                                question.text(),
                                question.paraphrases(),
                                question.answer(),
                                question.evidence())
                        : question)
                .toList();
    }

    private Poison poison(Question question, String style, int number) {
        RandomGenerator draws = chance.key(number).generator();
        String token = token(draws);
        String effect = render("poison effect", token, question, draws);
        String instruction = render("poison " + style, effect, question, draws);
        StringBuilder body = new StringBuilder();
        body.append(render("poison opening", effect, question, draws)).append(' ');
        int chatter = 8 + draws.nextInt(14);
        int place = draws.nextInt(chatter);
        for (int i = 0; i < chatter; i++) {
            if (i == place) {
                body.append("\n\n").append(instruction).append("\n\n");
            }
            body.append(render("chatter WIKI_PAGE", effect, question, draws)).append(i % 4 == 3 ? "\n\n" : " ");
        }
        Document document = new Document(
                names.of("d", "poison", number),
                Genre.WIKI_PAGE,
                render("poison title", effect, question, draws),
                body.toString().stripTrailing(),
                directory
                        .today()
                        .minusDays(3 + draws.nextInt(1100))
                        .atTime(LocalTime.of(6 + draws.nextInt(13), draws.nextInt(60), draws.nextInt(60)))
                        .toInstant(ZoneOffset.UTC),
                List.of(),
                Document.EVERYONE);
        return new Poison(document, instruction, effect, question.id());
    }

    private static String token(RandomGenerator draws) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            token.append(i == 4 ? "-" : "").append(LETTERS.charAt(draws.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    private String render(String list, String effect, Question question, RandomGenerator draws) {
        Vocabulary words = directory.words();
        List<Phrase> phrases = words.phrases(list);
        return phrases.get(draws.nextInt(phrases.size())).render(draws, gap -> switch (gap) {
            case "effect" -> effect;
            case "question" -> question.text();
            case "topic" -> question.text().replaceAll("[?.]$", "");
            case "company" -> directory.company();
            default ->
                directory.all(gap).isEmpty()
                        ? words.list(gap).get(draws.nextInt(words.list(gap).size()))
                        : directory
                                .all(gap)
                                .get(draws.nextInt(directory.all(gap).size()))
                                .name();
        });
    }
}
