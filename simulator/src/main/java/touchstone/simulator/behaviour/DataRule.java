package touchstone.simulator.behaviour;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a prompt says, in some wording, that retrieved texts are data or that instructions inside them are not to be
 * followed.
 */
final class DataRule {

    private static final String TEXT =
            "(?:documents?|passages?|context|sources?|texts?|excerpts?|contents?|snippets?|materials?|(?:search"
                + " |retrieval |tool"
                + " )?(?:results?|outputs?)|articles?|records?|pages?|files?|chunks?|quotes?|quotations?"
                + "|entries|evidence|tags?|blocks?|sections?|fences?|delimiters|markers|data|anything|everything|whatever|knowledge"
                + " base)";
    private static final String ORDER =
            "(?:instructions?|commands?|orders?|directives?|requests?|prompts?|directions|demands?)";
    private static final String OBEY =
            "(?:follow|obey|execute|act|carry|comply|heed|perform|listen|accept|run|respond|react|honou?r|take|believe|trust|be"
                + " (?:swayed|influenced|directed|guided|fooled|misled)|let|allow|give in|adhere)(?:ing)?";
    private static final String NOT =
            "(?:do not|does not|don['’]?t|never|must not|mustn['’]?t|should not|shouldn['’]?t|may"
                + " not|cannot|can['’]?t|not to|refuse to|avoid|without|under no circumstances|will not|won['’]?t|are"
                + " not to|is not to|not)";
    private static final String SHORT = "[^.!?\\n]{0,90}?";
    private static final String WORDS = "(?:[\\w'’\"`*-]+\\W{1,3}){0,4}?";

    private static final List<Pattern> RULES = List.of(
            pattern("\\b" + NOT + "\\b\\W+" + WORDS + OBEY + "\\b" + SHORT + "\\b" + ORDER + "\\b"),
            pattern("\\b(?:ignore|disregard|skip|overlook|discard|reject|refuse|resist|pay no attention to)\\b" + SHORT
                    + "\\b" + ORDER + "\\b" + SHORT
                    + "\\b(?:in|inside|within|from|contained|found|embedded|appear\\w*|of"
                    + "|between|among)\\b" + SHORT
                    + "\\b(?:" + TEXT + "|them|it|there|these|those|below|above|<)"),
            pattern("\\b" + ORDER + "\\b[^.!?\\n]{0,60}\\b(?:in|inside|within|from|contained|found|embedded|appear\\w*"
                    + "|between|among|hidden|they contain|it contains)\\b" + SHORT
                    + "(?:\\b(?:" + NOT + ")\\b" + SHORT
                    + "\\b(?:followed|obeyed|executed|honou?red|yours|for"
                    + " you|apply|binding|valid|authority|meant|addressed|acted|trusted)|\\b(?:ignored?|disregard(?:ed)?|no"
                    + " authority|irrelevant|untrusted|part of the"
                    + " (?:text|data|content)|(?:as|are|is|only|just|mere(?:ly)?) (?:plain"
                    + " )?(?:data|text|quotations?|content)))"),
            pattern("\\b(?:" + TEXT + "|they|it|them)\\b" + SHORT + "\\b(?:is|are|as|be|being|remains?|only|just|merely"
                    + "|purely|mere|counts? as|considered)\\b\\W+" + WORDS
                    + "(?:data|untrusted|not trusted|not to be trusted|quoted material|quotations?|reference material"
                    + "|third[- ]party)\\b(?! (?:about|on|for|from|of|sheet|set|base|centre|center))"),
            pattern("\\b(?:is|are|as|contains?|holds?|carry|carries)\\b\\W+" + WORDS
                    + "(?:data|content|information|text|facts|evidence|reference|material)\\b\\W{1,3}(?:only\\W{1,3})?"
                    + "(?:and |but )?(?:not|never|no|rather than|instead of)\\W{1,3}" + WORDS + ORDER + "\\b"),
            pattern("\\b(?:only|solely|just)\\b\\W+" + WORDS
                    + "(?:follow|obey|accept|take|act on|respond to|listen to)\\b"
                    + SHORT + "\\b" + ORDER + "\\b" + SHORT
                    + "\\b(?:from|by|in|of)\\b\\W+" + WORDS + "(?:system|developer|me|user|operator|this message)\\b"),
            pattern("\\b(?:follow|obey|accept|take|act on|respond to)\\b\\W+(?:only|solely|just|no)\\b" + SHORT + "\\b"
                    + ORDER + "\\b" + SHORT + "\\b(?:from|by|in|of|outside)\\b"),
            pattern("\\b" + ORDER + "\\b" + SHORT + "\\b(?:come|comes|given|accepted|valid|count)\\b\\W+"
                    + "(?:only|solely)\\b\\W+(?:from|by|when|if|in)\\b"),
            pattern("\\b(?:prompt[- ]injections?|injected instructions?|injection attempts?|jailbreaks?)\\b"));

    private DataRule() {}

    /** True when one of the texts that instruct says so; sentences may be broken over lines. */
    static boolean isGiven(List<String> instructing) {
        return instructing.stream()
                .map(DataRule::unbroken)
                .anyMatch(text ->
                        RULES.stream().anyMatch(rule -> rule.matcher(text).find()));
    }

    /** Single line breaks are blanks; blank lines and the beginnings of list items stay. */
    private static String unbroken(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 1; i + 1 < plain.length(); i++) {
            if (plain.charAt(i) == '\n'
                    && Character.isLetterOrDigit(plain.charAt(i + 1))
                    && plain.charAt(i - 1) != '\n') {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
