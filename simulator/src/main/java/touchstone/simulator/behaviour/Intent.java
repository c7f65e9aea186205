package touchstone.simulator.behaviour;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchstone.simulator.behaviour.ChatRequest.Message;

/**
 * What a prompt asks to be done with a question or a text, where that is not to answer. The last user message is asked
 * first, then the system and developer messages; in a long message only what stands outside of data and near an end counts
 * as said by the author. A prompt that asks for an answer too is taken to want the answer.
 */
enum Intent {
    REWRITE,
    JUDGE,
    SUMMARISE;

    private static final int LONG_MESSAGE = 1_600;
    private static final int MOST_AT_END = 700;

    private static final String NEAR = "[^.!?\\n]{0,90}?";
    private static final String PASSAGES =
            "(?:passages?|documents?|docs?|results?|snippets?|chunks?|candidates?|excerpts?|texts?|contexts?|sources?|paragraphs?"
                + "|articles?|hits)";
    private static final String QUERIES =
            "(?:(?:search|keyword|retrieval|sub|follow[- ]?up|boolean|lucene|better|improved|short)[-"
                + " ]?)?(?:quer(?:y|ies)|keywords?|key ?words|key phrases|keyphrases|search"
                + " (?:terms?|phrases?|strings?)|key terms|synonyms|sub[-"
                + " ]?questions?|subquer(?:y|ies)|paraphrases?|rephrasings?|reformulations?|rewrites?|rewordings?|standalone"
                + " questions?|step[- ]?back questions?|simpler questions?|smaller"
                + " questions?|(?:alternative|different|other)"
                + " (?:ways?|wordings?|phrasings?|versions?|formulations?|forms?))";

    private static final Pattern ASKS_ANSWER = pattern("(?:\\buse\\b[^.\\n"
            + "]{0,160}\\bto answer\\b|\\byour task is to answer\\b|\\byour job is to answer\\b|\\b(?=answer )(?<!\\bto"
            + " |\\bnot |\\bthat |\\bwhich |\\bwould |\\bcould |\\bcan |\\bmight |\\bmay |\\bhelp |\\bn['’]t |\\bthey"
            + " |\\bdirectly )answer (?!\\w+ or"
            + " \\b)(?:the|this|my|their|his|her|our|each|user['’]?s?|following|questions?|in"
            + " (?!json)|using|based|from|briefly|concisely|only (?:from|using|with the|based|on)|it\\b))");

    private static final Pattern REWRITES =
            pattern("\\b(?:re-?write|re-?phrase|reformulat|paraphras|re-?word|expand|decompos"
                    + "|condens|transform|convert|turn|break|split|rework|simplif|translate)\\w*\\b" + NEAR
                    + "\\b(?:questions?|quer(?:y|ies)|input|request|it|utterance|prompt|message)\\b|\\b(?:generat\\w*|writ(?:e|es|ing)|produc\\w+|giv(?:e|es)|creat\\w+|suggest\\w*|formulat\\w+|com(?:e|es)"
                    + " up with|provid\\w+|extract\\w*|list|return|output|propos\\w+|mak(?:e|es)|build\\w*|invent|think"
                    + " of|what|brainstorm|identify|find)\\b"
                    + NEAR + "\\b" + QUERIES + "\\b|\\b(?:query|question)"
                                             + " (?:rewriter|expander|rewriting|expansion|reformulation|understanding|decomposition)\\b|\\b(?:search"
                                             + " )?quer(?:y|ies)\\s*:\\s*\\z|\\bstandalone question\\b");

    private static final Pattern IMAGINES =
            pattern("\\bhypothetical (?:passage|document|answer|paragraph|text|snippet)\\b" + "|\\bHyDE\\b");
    private static final Pattern MAY_IMAGINE = pattern("\\b(?:write|generate|draft|compose|imagine|produce)\\b" + NEAR
            + "\\b(?:passage|document|paragraph|snippet|excerpt|page|article)\\b" + NEAR
            + "\\b(?:answers?|answering|question|addresses|responds?)\\b");

    private static final Pattern JUDGES =
            pattern("\\bre-?rank\\w*\\b|\\brelevance (?:scores?|grades?|judg\\w+|ratings?|labels?|assess\\w+)\\b"
                    + "|\\b(?:rank|rate|grade|score|sort|order|judge|assess|evaluate|filter|prioriti[sz]e)(?:s|ing)?\\b"
                    + NEAR + "\\b(?:" + PASSAGES + "|each|them|relevan\\w+|usefulness)\\b"
                    + "|\\b(?:select|pick|choose|identify|find|keep|return|list|name)\\b" + NEAR
                    + "\\b(?:relevant|best|useful|helpful|pertinent|matching|most)\\b" + NEAR + "\\b" + PASSAGES + "\\b"
                    + "|\\bwhich\\b" + NEAR + "\\b" + PASSAGES + "\\b" + NEAR
                    + "\\b(?:relevant|answers?|supports?|contains?|helps?|useful|mentions?|best|needed|matter)\\b|\\b(?:is|are|does|do|can)\\b"
                    + " (?:the|this|each|it|following|these|that|given|above|below)?\\b[^.!\\n"
                    + "]{0,50}?\\b"
                    + PASSAGES
                    + "\\b[^.!\\n"
                    + "]{0,60}?\\b(?:relevant|answer|support|supported|contain|contains|help|useful|mention|entail|enough|sufficient)\\b|\\b(?:decide|determine|say|tell|assess|judge|evaluate|check|classify|verify|grade)\\b[^.\\n"
                    + "]{0,40}?\\b(?:whether|if|how)\\b[^.\\n"
                    + "]{0,60}?\\b" + PASSAGES
                    + "\\b[^.\\n"
                    + "]{0,60}?\\b(?:relevant|support\\w*|answers?|contains?|useful|helps?|pertains?)\\b|\\bgrader\\b|\\brelevance"
                    + " (?:judge|assessor|ranker|classifier)\\b|\\b(?:binary|relevance) score\\b");

    private static final Pattern SUMMARISES = pattern("\\bsummari[sz](?:e|es|ing)\\b|\\btl;?dr\\b"
            + "|\\b(?:give|write|provide|produce|create|make|return|generate|draft)\\b" + NEAR
            + "\\b(?:summary|summaries|abstract|synopsis|digest|gist|overview)\\b"
            + "|\\b(?:compress|shorten|condense|boil down|distil+)\\b" + NEAR + "\\b(?:" + PASSAGES
            + "|following|it|this)\\b"
            + "|\\bextract\\w*\\b" + NEAR
            + "\\b(?:relevant|key|important|main|needed|pertinent|necessary|any|all|verbatim|useful)\\b" + NEAR
            + "\\b(?:sentences?|parts?|passages?|facts?|information|points?|content|spans?|lines?|quotes?|statements?|text)\\b"
            + "|\\bsituate\\b|\\b(?:summary|abstract|tl;?dr)\\s*:\\s*\\z|\\b(?:list|give|name)\\b" + NEAR
            + "\\b(?:key|main|most important) (?:points|facts|takeaways|findings)\\b");

    private static final Pattern DATA = Pattern.compile(
            "(?s)```.*?```|\"\"\".*?\"\"\"|<(document|doc|context|passage|source|chunk|snippet|article|text|excerpt|result|search_result"
                + "|documents|docs|passages|sources|chunks|results|data|item|candidate|retrieved|evidence|content)s?\\b[^<>]*>"
                + ".*</\\1s?>",
            Pattern.CASE_INSENSITIVE);

    /** What the author of the prompt says, without the data in it. */
    record Said(String user, String system) {

        static Said in(Prompt prompt) {
            StringBuilder system = new StringBuilder();
            String user = "";
            for (int i = 0; i < prompt.messages().size(); i++) {
                Message message = prompt.messages().get(i);
                switch (message.role()) {
                    case "system", "developer" ->
                        system.append(withoutData(message.text())).append('\n');
                    case "user" -> user = own(message.text());
                    default -> {}
                }
            }
            return new Said(user, system.toString());
        }

        String all() {
            return system + "\n" + user;
        }
    }

    /** Empty when an answer is asked for, or nothing that is known. */
    static Optional<Intent> of(Said said, BooleanSupplier hasPassages) {
        return asked(said.user(), hasPassages)
                .or(() ->
                        ASKS_ANSWER.matcher(said.user()).find() ? Optional.empty() : asked(said.system(), hasPassages));
    }

    /** Whether a passage is wanted that might answer the question, for searching with it. */
    static boolean imagines(String text, BooleanSupplier hasPassages) {
        return IMAGINES.matcher(text).find() || (MAY_IMAGINE.matcher(text).find() && !hasPassages.getAsBoolean());
    }

    private static Optional<Intent> asked(String text, BooleanSupplier hasPassages) {
        if (text.isBlank() || ASKS_ANSWER.matcher(text).find()) {
            return Optional.empty();
        }
        if (REWRITES.matcher(text).find() || imagines(text, hasPassages)) {
            return Optional.of(REWRITE);
        }
        if (JUDGES.matcher(text).find()) {
            return Optional.of(JUDGE);
        }
        return SUMMARISES.matcher(text).find() ? Optional.of(SUMMARISE) : Optional.empty();
    }

    private static String own(String text) {
        String rest = withoutData(text);
        return rest.length() <= LONG_MESSAGE
                ? rest
                : rest.substring(0, MOST_AT_END) + "\n" + rest.substring(rest.length() - MOST_AT_END);
    }

    private static String withoutData(String text) {
        Matcher data = DATA.matcher(text);
        return data.find() ? data.replaceAll(" ") : text;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
