package touchstone.simulator.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One call as the simulator saw it. All times are microseconds on the {@link RunClock}; -1 means "did not happen".
 *
 * @param call number of the call in order of arrival, from 0
 * @param item the item that the call was made for, found by the item's marker in the prompt; empty when none was found
 * @param request what was asked
 * @param served what was answered
 * @param usage tokens and price
 * @param times when
 * @param tokens pacing of a streamed answer
 * @param headers headers of interest, in lower case: traceparent, idempotency-key, x-stainless-retry-count, user-agent
 */
public record LedgerEntry(
        long call,
        String item,
        Request request,
        Served served,
        Usage usage,
        Times times,
        Tokens tokens,
        Map<String, String> headers) {

    /**
     * @param endpoint "chat", "embeddings", "models", "moderations"
     * @param key hash of the canonical request: model and messages, white space folded, ids left out
     * @param attempt how many calls with this key came before, from 0
     * @param itemCall how many calls for this item came before on this endpoint, from 0
     * @param prompt the prompt's text, its first {@value #MOST_PROMPT} characters; empty unless the scenario keeps prompts
     */
    public record Request(
            String endpoint,
            String phase,
            String model,
            String key,
            int attempt,
            int itemCall,
            boolean streamed,
            String prompt) {

        /** Most characters of a prompt that are kept. */
        public static final int MOST_PROMPT = 24_000;

        public Request {
            prompt = clipped(Objects.requireNonNullElse(prompt, ""));
        }

        /** A request whose prompt is not kept. */
        public Request(
                String endpoint, String phase, String model, String key, int attempt, int itemCall, boolean streamed) {
            this(endpoint, phase, model, key, attempt, itemCall, streamed, "");
        }

        private static String clipped(String prompt) {
            return prompt.length() <= MOST_PROMPT ? prompt : prompt.substring(0, MOST_PROMPT);
        }
    }

    /**
     * @param status HTTP status sent; 0 when the connection was ended without one
     * @param fault name of the fault served, "none" when the call was answered as asked
     * @param family behaviour family that answered, such as "answer-from-context"; empty when none did
     * @param recognised whether the behaviour knew what was asked
     * @param retryAfterMicros the waiting time that the response asked for; -1 when none
     * @param clientAborted whether the client left before the response was complete
     * @param grounding what of the knowledge stood in the prompt
     */
    public record Served(
            int status,
            String fault,
            String family,
            boolean recognised,
            long retryAfterMicros,
            boolean clientAborted,
            Grounding grounding) {

        public Served {
            grounding = Objects.requireNonNullElse(grounding, Grounding.NONE);
        }

        /** An answer to a prompt that held nothing of the knowledge. */
        public Served(
                int status,
                String fault,
                String family,
                boolean recognised,
                long retryAfterMicros,
                boolean clientAborted) {
            this(status, fault, family, recognised, retryAfterMicros, clientAborted, Grounding.NONE);
        }
    }

    /**
     * What of the knowledge stood in the prompt of a chat call that was answered.
     *
     * @param standing "none" when no question was recognised; "near" when all its facts stand near an end of the prompt,
     *     "buried" when one is far from both, "missing" when one is not there, "conflict" when all are there and so is a
     *     fact that answers the question otherwise
     * @param evidenceTokens tokens of the prompt inside the evidence of the question, 0 or more
     * @param facts ids of the question's facts, and of those that contradict them, that were found
     * @param exposed whether an instruction of the knowledge stood in the prompt
     * @param obeyed whether the answer obeyed it
     */
    public record Grounding(String standing, int evidenceTokens, List<String> facts, boolean exposed, boolean obeyed) {
        public static final Grounding NONE = new Grounding("none", 0, List.of(), false, false);

        public Grounding {
            facts = List.copyOf(facts);
        }
    }

    /** Tokens counted and the price in micro-units of the simulated currency. */
    public record Usage(int inputTokens, int cachedInputTokens, int outputTokens, long priceMicros) {
        public static final Usage NONE = new Usage(0, 0, 0, 0);
    }

    /**
     * @param lateMicros how much later than planned the simulator began to send: its own lateness, never the client's
     * @param abortedMicros when the simulator saw the client leave
     */
    public record Times(
            long receivedMicros, long firstByteMicros, long lastByteMicros, long abortedMicros, long lateMicros) {}

    /** Planned and actual send time of each streamed token event. Both empty for a plain answer. */
    public record Tokens(List<Long> plannedMicros, List<Long> sentMicros) {
        public static final Tokens NONE = new Tokens(List.of(), List.of());
    }
}
