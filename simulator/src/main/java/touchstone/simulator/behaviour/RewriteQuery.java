package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import touchstone.chance.Chance;
import touchstone.simulator.knowledge.Question;

/**
 * Rewrites, expands or splits a question for searching. A known question is put into its paraphrases; any other is put into
 * its own words that carry meaning. A rewrite is sometimes worse than the question: its rarest words are gone. A passage that
 * might answer a known question holds one of its wrong answers, as a model's guess does.
 */
record RewriteQuery() implements Family {

    private static final int USUAL_COUNT = 3;

    private static final Pattern KEYWORDS =
            Pattern.compile("\\bkey ?(?:words?|terms?|phrases?)\\b|\\bsearch terms?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MANY = Pattern.compile(
            "\\b(?:queries|sub-?questions|questions\\b(?="
                + " (?:that|which|on|each|separated|one))|versions|variations|variants|paraphrases|rephrasings|reformulations|alternatives|rewordings|wordings|phrasings|subqueries|decompos\\w+|smaller"
                + " questions|simpler questions|steps)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CUE = Pattern.compile(
            "(?:question|query|input|request|topic|text)\\s*[:=]\\s*([^\\n]{3,400})", Pattern.CASE_INSENSITIVE);

    private static final List<String> PASSAGES = List.of(
            "%s This is how it is handled: %s",
            "On the matter of %s the following holds. %s", "%s. %s Details are in the guide.");

    @Override
    public String name() {
        return "rewrite-query";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        if (turn.intent().filter(Intent.REWRITE::equals).isEmpty()) {
            return Optional.empty();
        }
        Shape shape = Shape.of(turn);
        String words = turn.said().all();
        String text;
        if (Intent.imagines(words, () -> false) && !MANY.matcher(words).find()) {
            text = shape.render(turn, List.of(passage(turn)), "passage");
        } else if (KEYWORDS.matcher(words).find() && !MANY.matcher(words).find()) {
            List<String> keywords = keywords(turn);
            text = shape.isList()
                    ? shape.render(turn, keywords.subList(0, Math.min(shape.wanted(8), keywords.size())), "keywords")
                    : shape.render(
                            turn, List.of(String.join(words.contains("comma") ? ", " : " ", keywords)), "keywords");
        } else {
            boolean many = shape.isList() || MANY.matcher(words).find();
            List<String> rewrites = rewrites(turn, many ? shape.wanted(USUAL_COUNT) : 1);
            text = shape.render(turn, rewrites, many ? "queries" : "query");
        }
        return Optional.of(turn.text(name(), true, text));
    }

    /** A query for a search tool. */
    static String query(Turn turn) {
        return rewrites(turn, 1).getFirst();
    }

    private static List<String> rewrites(Turn turn, int count) {
        Chance chance = turn.chance().stream("rewrite");
        Set<String> rewrites = new LinkedHashSet<>();
        for (String wording : wordings(turn, chance)) {
            boolean good =
                    chance.key("good", rewrites.size()).happens(turn.quality().grounded());
            rewrites.add(good ? wording : withoutRareWords(wording));
            if (rewrites.size() == count) {
                break;
            }
        }
        return List.copyOf(rewrites);
    }

    private static List<String> wordings(Turn turn, Chance chance) {
        Optional<Question> question = turn.question();
        List<String> wordings =
                new ArrayList<>(question.map(asked -> chance.stream("order").shuffled(asked.paraphrases()))
                        .orElse(List.of()));
        String own = own(turn);
        List<String> words = new Phrases(own).words();
        String plain = words.isEmpty() ? own : String.join(" ", words).toLowerCase(Locale.ROOT);
        wordings.add(plain);
        wordings.add("information about " + plain);
        if (words.size() > 1) {
            wordings.add(String.join(" ", words.reversed()).toLowerCase(Locale.ROOT));
        }
        List.copyOf(wordings).stream()
                .map(wording -> String.join(" ", new Phrases(wording).words()).toLowerCase(Locale.ROOT))
                .filter(wording -> !wording.isBlank())
                .forEach(wordings::add);
        return wordings;
    }

    /** The question in the words that stand in the prompt, more or less. */
    private static String own(Turn turn) {
        return turn.question()
                .filter(asked -> !asked.paraphrases().isEmpty())
                .map(Question::marker)
                .orElseGet(() -> asked(turn));
    }

    /** The words of a question that the knowledge does not hold. */
    private static String asked(Turn turn) {
        String text = turn.lastUserText();
        Matcher cue = CUE.matcher(text);
        String last = "";
        while (cue.find()) {
            last = cue.group(1);
        }
        if (!last.isBlank()) {
            return last.strip();
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.strip().endsWith("?"))
                .reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? "that" : lines.getLast())
                .strip();
    }

    private static List<String> keywords(Turn turn) {
        Set<String> words = new LinkedHashSet<>();
        Chance chance = turn.chance().stream("rewrite");
        String own = own(turn);
        List<String> sources = new ArrayList<>(List.of(own));
        turn.question().ifPresent(asked -> sources.addAll(chance.stream("order").shuffled(asked.paraphrases())));
        for (String source : sources.subList(0, Math.min(2, sources.size()))) {
            boolean good = chance.key("keywords", source).happens(turn.quality().grounded());
            words.addAll(new Phrases(good ? source : withoutRareWords(source)).words());
        }
        return words.isEmpty() ? List.of(own) : List.copyOf(words);
    }

    private static String passage(Turn turn) {
        Chance chance = turn.chance().stream("hypothetical");
        Optional<Question> question = turn.question();
        String about = question.filter(asked -> !asked.paraphrases().isEmpty())
                .map(asked -> chance.stream("about").oneOf(asked.paraphrases()))
                .orElseGet(() -> own(turn));
        String plain = String.join(" ", new Phrases(about).words());
        String guess = question.map(asked -> chance.stream("guess").oneOf(asked.wrongAnswers()))
                .orElse("The usual rules apply to " + plain + ".");
        return chance.stream("frame").oneOf(PASSAGES).formatted(plain, guess);
    }

    /** Without the two words that say most: those with digits or capitals first, then the longest. */
    private static String withoutRareWords(String text) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+", -1)));
        List<Integer> rarest = IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -weight(words.get(i), i)))
                .limit(Math.min(2, words.size() / 2))
                .sorted(Comparator.reverseOrder())
                .toList();
        rarest.forEach(i -> words.remove((int) i));
        return String.join(" ", words);
    }

    private static int weight(String word, int place) {
        boolean telling =
                word.chars().anyMatch(Character::isDigit) || (place > 0 && Character.isUpperCase(word.charAt(0)));
        return word.length() + (telling ? 100 : 0);
    }
}
