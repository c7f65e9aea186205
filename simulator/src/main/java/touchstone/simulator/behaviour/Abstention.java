package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchstone.chance.Chance;

/** Whether a prompt permits the model to say that it does not know, and how the model then says so. */
final class Abstention {

    private static final String SAY = "(?:say|reply|answer|respond|state|write|return|output|tell)";
    private static final String IGNORANCE = "(?:(?:do not|don['’]?t|does not) know|unknown|not sure|unsure|no answer"
            + "|cannot (?:answer|say|tell)|can['’]?t (?:answer|say|tell)|not enough|insufficient|not found|n/a)";
    private static final String QUOTED = "[\"'“‘`]([^\"“”‘’`\\n]{2,80}?)[\"'”’`](?![\\p{L}\\d])";

    private static final List<Pattern> PERMISSIONS = List.of(
            pattern("\\b" + SAY + "\\b[^.!?\\n]{0,40}" + IGNORANCE),
            pattern("\\bif (?:you (?:are )?(?:unsure|not sure|uncertain|do not know|don['’]?t know|cannot|can['’]?t)"
                    + "|(?:the|this|your) (?:answer|context|information|evidence|documents?|passages?|sources?|text)"
                    + "[^.!?\\n]{0,60}\\b(?:not|missing|absent|insufficient|lacks?)\\b)"),
            pattern("\\babstain\\b"),
            pattern("\\b(?:do not|don['’]?t|never) (?:guess|make (?:things|anything|answers?) up|invent)\\b"),
            pattern("\\badmit (?:it|that you)\\b"),
            pattern("\\b(?:may|can|allowed to|free to|better to) (?:decline|refuse|say (?:so|that you))\\b"));

    private static final Pattern WORDING =
            pattern("\\b" + SAY + "\\b(?: (?:with|only|exactly|just|simply|that))*:? " + QUOTED);

    private static final List<String> PHRASES = List.of(
            "I do not know.",
            "I do not know; the given text does not say.",
            "I do not know, because the context does not contain the answer.");

    private Abstention() {}

    /** True when the author of the prompt permits it, in a system, developer or user message. */
    static boolean isPermitted(Intent.Said said) {
        String words = said.all();
        return PERMISSIONS.stream()
                .anyMatch(permission -> permission.matcher(words).find());
    }

    /** The wording that the prompt asks for in quotation marks, otherwise a phrase of the model's own. */
    static String phrase(Intent.Said said, Chance chance) {
        return wording(said.all()).orElseGet(() -> chance.stream("abstention").oneOf(PHRASES));
    }

    private static Optional<String> wording(String text) {
        Matcher matcher = WORDING.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
