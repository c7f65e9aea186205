package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.Passages.Passage;
import touchstone.simulator.behaviour.Prompt.Span;

/**
 * Summarises or compresses the text of a prompt by keeping sentences of it word for word: those that hold evidence of the
 * known question, or facts of the knowledge when there is none, and then the first ones, up to the length that is asked for.
 * A sentence with evidence is lost as often as the model misreads near evidence.
 */
record Summarise() implements Family {

    private static final int USUAL_SENTENCES = 3;
    private static final int MOST_SENTENCES = 12;

    private static final Pattern LENGTH = Pattern.compile(
            "\\b(\\d{1,3}|one|two|three|four|five|six)\\b(?: ?(?:-|–|to|or) ?\\d{1,3})? (?:[\\w-]+"
                    + " ){0,2}?(sentences?|bullets?|points|lines|words|bullet points)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RELEVANT_ONLY = Pattern.compile(
            "\\b(?:relevant|related|pertinent|needed|necessary|help\\w*|useful|answer\\w*|query|question)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTHING = Pattern.compile(
            "\\b(?:none|nothing|no (?:part|passage|sentence|information|relevant)|not relevant|irrelevant|if there"
                    + " (?:is|are) no)\\b[^.\\n"
                    + "]{0,90}?\\b(?:return|reply|say|write|output|respond|answer)\\b(?: with)?:? ?[\"'`“]?([A-Z][A-Z_"
                    + " ]{2,30}|[\"'`“][^\"'`”\\n"
                    + "]{1,40})",
            Pattern.MULTILINE);
    private static final Pattern SENTENCE = Pattern.compile("[^\\n.!?]*(?:[.!?](?!\\s|$)[^\\n.!?]*)*(?:[.!?]+|\\n|$)");
    private static final int LEAST_LENGTH = 12;

    @Override
    public String name() {
        return "summarise";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        if (turn.intent().filter(Intent.SUMMARISE::equals).isEmpty()) {
            return Optional.empty();
        }
        String words = turn.said().all();
        List<Span> evidence = evidence(turn);
        boolean aimed =
                turn.question().isPresent() && RELEVANT_ONLY.matcher(words).find();
        List<String> kept = kept(turn, evidence, aimed);
        if (kept.isEmpty()) {
            Matcher nothing = NOTHING.matcher(words);
            kept = List.of(
                    nothing.find()
                            ? nothing.group(1).replaceAll("[\"'`“”]", "").strip()
                            : "Nothing in it is relevant.");
        }
        Shape shape = Shape.of(turn);
        boolean list = words.matches("(?is).*\\b(?:bullets?|bullet points|list of|JSON (?:array|list))\\b.*")
                || shape.isListOfTexts();
        String text = shape.render(turn, list ? kept : List.of(String.join(" ", kept)), "summary");
        return Optional.of(turn.text(name(), true, text));
    }

    private static List<Span> evidence(Turn turn) {
        List<Span> found = new ArrayList<>();
        turn.sighting()
                .ifPresentOrElse(
                        seen -> {
                            seen.own().values().forEach(found::addAll);
                            seen.conflicting().values().forEach(found::addAll);
                        },
                        () -> found.addAll(turn.evidence().all(turn.prompt())));
        Chance chance = turn.chance().stream("summary");
        found.removeIf(span -> !chance.key(span.from()).happens(turn.quality().grounded()));
        return found;
    }

    private static List<String> kept(Turn turn, List<Span> evidence, boolean aimed) {
        List<int[]> sentences = sentences(turn);
        Words words = turn.prompt().words();
        BitSet wanted = new BitSet();
        for (Span span : evidence) {
            int from = words.start(span.from());
            int to = words.end(span.to() - 1);
            for (int i = 0; i < sentences.size(); i++) {
                if (sentences.get(i)[0] < to && sentences.get(i)[1] > from) {
                    wanted.set(i);
                }
            }
        }
        Length length = Length.in(turn.said().all());
        if (aimed && wanted.isEmpty()) {
            related(turn, sentences, wanted);
        }
        for (int i = 0; !aimed && i < sentences.size() && wanted.cardinality() < length.sentences(); i++) {
            wanted.set(i);
        }
        List<String> kept = new ArrayList<>();
        int count = 0;
        for (int i = wanted.nextSetBit(0);
                i >= 0 && kept.size() < Math.max(length.sentences(), evidence.size());
                i = wanted.nextSetBit(i + 1)) {
            String sentence = turn.prompt()
                    .text()
                    .substring(sentences.get(i)[0], sentences.get(i)[1])
                    .strip();
            count += sentence.split("\\s+", -1).length;
            if (kept.isEmpty() || count <= length.words()) {
                kept.add(sentence);
            }
        }
        return kept;
    }

    /** Sentences that share most of the question's words. */
    private static void related(Turn turn, List<int[]> sentences, BitSet wanted) {
        Set<String> asked = Phrases.stems(turn.lastQuestionText());
        for (int i = 0; i < sentences.size() && wanted.cardinality() < 2; i++) {
            Set<String> held = Phrases.stems(turn.prompt()
                    .text()
                    .substring(sentences.get(i)[0], sentences.get(i)[1]));
            if (2 * asked.stream().filter(held::contains).count() > asked.size()) {
                wanted.set(i);
            }
        }
    }

    /** The sentences of the passages, or of the last user message when it has none. */
    private static List<int[]> sentences(Turn turn) {
        List<int[]> stretches = new ArrayList<>();
        for (Passage passage : turn.passages().all()) {
            stretches.add(new int[] {passage.from(), passage.to()});
        }
        int last = turn.prompt().lastUser();
        if (stretches.isEmpty() && last >= 0) {
            int start = turn.prompt().startOf(last);
            stretches.add(new int[] {start, start + turn.lastUserText().length()});
        }
        List<int[]> sentences = new ArrayList<>();
        for (int[] stretch : stretches) {
            Matcher matcher =
                    SENTENCE.matcher(turn.prompt().text()).region(stretch[0], Math.max(stretch[0], stretch[1]));
            while (matcher.find()) {
                String text = matcher.group().strip();
                boolean instructs = text.endsWith(":")
                        || text.startsWith("<")
                        || text.endsWith("?")
                        || (stretches.size() == 1
                                && Intent.of(new Intent.Said(text, ""), () -> true)
                                        .isPresent());
                if (text.length() >= LEAST_LENGTH && !instructs) {
                    sentences.add(new int[] {matcher.start(), matcher.end()});
                }
            }
        }
        return sentences;
    }

    /** How long the text may be. */
    private record Length(int sentences, int words) {

        static Length in(String said) {
            Matcher length = LENGTH.matcher(said);
            if (!length.find()) {
                return said.matches("(?is).*\\b(?:one|a single|1) sentence\\b.*")
                        ? new Length(1, Integer.MAX_VALUE)
                        : new Length(USUAL_SENTENCES, Integer.MAX_VALUE);
            }
            int known = List.of("zero", "one", "two", "three", "four", "five", "six")
                    .indexOf(length.group(1).toLowerCase(java.util.Locale.ROOT));
            int number = known >= 0 ? known : Integer.parseInt(length.group(1));
            return length.group(2).toLowerCase(java.util.Locale.ROOT).startsWith("word")
                    ? new Length(MOST_SENTENCES, Math.max(1, number))
                    : new Length(Math.clamp(number, 1, MOST_SENTENCES), Integer.MAX_VALUE);
        }
    }
}
