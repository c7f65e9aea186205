package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers everything else, politely and in few words. Small talk is recognised; a question or task that the knowledge does
 * not contain is not.
 */
record PlainChat() implements Family {

    private static final int SMALL_TALK_TOKENS = 24;

    private static final Pattern GREETING = Pattern.compile(
            "^\\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|thanks|thank"
                    + " you|ping|test|bye|goodbye|ok|okay|welcome|say (?:hi|hello|something|ok|this is a test)|who are"
                    + " you|what are you|how are you|are you (?:there|real|ok))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TASK = Pattern.compile(
            "\\?|^\\W*(?:who|what|when|where|which|why|how|is|are|does|do|did|can|could|list|name|explain|describe|summari[sz]e"
                + "|translate|write|rewrite|rank|classify|extract|find|compute|calculate|give)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final List<String> SMALL_TALK = List.of(
            "Hello! I am a simulated model, glad to help.",
            "Good day. I am a simulated model; what can I do for you?",
            "Thank you. I am a simulated model and ready when you are.");

    private static final List<String> AT_A_LOSS = List.of(
            "I am a simulated model and do not recognise this question.",
            "I am sorry, I am a simulated model and this is not among the things that I can answer.",
            "As a simulated model I have nothing to say about this.");

    @Override
    public String name() {
        return "plain-chat";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        boolean recognised = isSmallTalk(turn.lastUserText());
        List<String> phrases = recognised ? SMALL_TALK : AT_A_LOSS;
        return Optional.of(
                turn.text(name(), recognised, turn.chance().stream("plain").oneOf(phrases)));
    }

    private static boolean isSmallTalk(String text) {
        return TokenCursor.count(text) <= SMALL_TALK_TOKENS
                && (GREETING.matcher(text).find() || !TASK.matcher(text).find());
    }
}
