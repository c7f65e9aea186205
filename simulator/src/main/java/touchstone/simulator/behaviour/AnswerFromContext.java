package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.Belief.Kind;

/**
 * Answers a question of the knowledge in text, from the evidence in the prompt. A question with paraphrases is answered in a
 * sentence that holds the answer word for word, another one each time; a question without is answered in exactly the words
 * of its answer. Sources are named when the prompt asks for them.
 */
record AnswerFromContext() implements Family {

    private static final List<String> FRAMES = List.of(
            "%s",
            "Answer: %s",
            "According to the given text: %s",
            "From what is given: %s",
            "Here is what I found: %s",
            "In short: %s",
            "Based on the passages: %s");

    private static final Pattern TERSE = Pattern.compile(
            "\\b(?:(?:only|just|exactly|nothing (?:but|else)) (?:with |return |give |output |say |reply |respond |the"
                    + " |an? )*(?:answer|value|number|name|fact|phrase)|no (?:explanations?|preamble|other"
                    + " text|additional|introduction|extra)|(?:single|one) (?:word|phrase|value|line)|without (?:any"
                    + " )?(?:explanation|preamble|introduction)|verbatim|tersely)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CITE = Pattern.compile(
            "\\bcit(?:e|es|ing|ations?)\\b|\\bfootnotes?\\b|\\battribut(?:e|ion)\\b|\\breferences?\\b|\\b(?:reference|name|give|mention|list|include|state|indicate|add|append|provide|say|note|with|show)\\b[^.\\n"
                + "]{0,40}\\b(?:sources?|documents?|passages?|docs?|chunks?)(?:"
                + " (?:ids?|numbers?|names?))?\\b|\\[(?:source|id|doc\\w*|n|number|\\d+|x)\\]|\\bsquare"
                + " brackets\\b|\\bSOURCES\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOURCES_LINE = Pattern.compile("\\bSOURCES:?(?=[\"'\\s])");
    private static final Pattern IN_PARENTHESES =
            Pattern.compile("\\((?:source|see|doc\\w*|id)\\b[^)\\n]{0,20}\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTE = Pattern.compile(
            "\\b(?:quote|quotes|quotation|verbatim|copy the sentence|exact (?:sentence|words|wording|text))\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "answer-from-context";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        return turn.belief()
                .map(belief -> turn.text(name(), true, said(turn, belief)))
                .or(() -> turn.exposure().obeyed().map(injection -> turn.text(name(), true, injection.effect())));
    }

    private static String said(Turn turn, Belief belief) {
        boolean plain = belief.kind() == Kind.ABSTAINS
                || belief.kind() == Kind.OBEYS
                || turn.question()
                        .filter(asked -> asked.paraphrases().isEmpty())
                        .isPresent();
        if (plain) {
            return belief.text();
        }
        String words = turn.said().all();
        Chance chance = turn.chance().stream("frame");
        String answer = TERSE.matcher(words).find()
                ? belief.text()
                : chance.oneOf(FRAMES).formatted(belief.text());
        return CITE.matcher(words).find() || QUOTE.matcher(words).find() ? cited(turn, belief, words, answer) : answer;
    }

    private static String cited(Turn turn, Belief belief, String words, String answer) {
        List<Citation> citations = Citation.of(turn, belief);
        List<String> labels = citations.stream()
                .map(Citation::id)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        StringBuilder said = new StringBuilder(answer);
        if (QUOTE.matcher(words).find()) {
            citations.forEach(
                    citation -> said.append("\n\"").append(citation.quote()).append('"'));
        }
        if (!labels.isEmpty()) {
            if (SOURCES_LINE.matcher(words).find()) {
                said.append("\nSOURCES: ").append(String.join(", ", labels));
            } else if (IN_PARENTHESES.matcher(words).find()) {
                said.append(" (").append(String.join(", ", labels)).append(')');
            } else {
                said.append(' ')
                        .append(labels.stream().map(label -> "[" + label + "]").collect(Collectors.joining(" ")));
            }
        }
        return said.toString();
    }
}
