package touchstone.simulator.behaviour;

import java.util.List;
import touchstone.simulator.ledger.LedgerEntry.Grounding;

/**
 * What the simulated model says.
 *
 * @param item the item whose marker the prompt carries; empty when none
 * @param family behaviour family that answered, in kebab case, such as "answer-from-context" or "plain-chat"
 * @param recognised false when the behaviour did not know what was asked and answered plainly
 * @param text the answer; empty when tools are called instead
 * @param toolCalls the calls, empty when the answer is text
 * @param grounding what of the knowledge stood in the prompt
 */
public record Reply(
        String item, String family, boolean recognised, String text, List<ToolCall> toolCalls, Grounding grounding) {

    public Reply {
        toolCalls = List.copyOf(toolCalls);
    }

    /** A reply to a prompt that held nothing of the knowledge. */
    public Reply(String item, String family, boolean recognised, String text, List<ToolCall> toolCalls) {
        this(item, family, recognised, text, toolCalls, Grounding.NONE);
    }

    /** @param arguments JSON text */
    public record ToolCall(String id, String name, String arguments) {}
}
