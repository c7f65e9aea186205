package touchstone.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import touchstone.simulator.behaviour.Reply;

/**
 * An answer as token events, so that a plain response, a stream and a part of either are the same thing.
 *
 * @param deltas about one for each word
 * @param cut whether something is missing at the end, so that the finish reason is "length"
 */
record Answer(List<Delta> deltas, boolean cut) {

    private static final int LONGEST_PIECE = 12;

    Answer {
        deltas = List.copyOf(deltas);
    }

    static Answer of(Reply reply) {
        List<Delta> deltas = new ArrayList<>();
        for (String piece : pieces(reply.text())) {
            deltas.add(new Delta.Text(piece));
        }
        int index = 0;
        for (Reply.ToolCall call : reply.toolCalls()) {
            deltas.add(new Delta.CallStart(index, call.id(), call.name()));
            for (String piece : pieces(call.arguments())) {
                deltas.add(new Delta.CallArguments(index, piece));
            }
            index++;
        }
        return new Answer(deltas, false);
    }

    /** The longest beginning with at most this many tokens. */
    Answer within(int tokens, ToIntFunction<String> counter) {
        if (tokens(counter) <= tokens) {
            return this;
        }
        int fits = 0;
        int beyond = deltas.size();
        while (beyond - fits > 1) {
            int middle = (fits + beyond) >>> 1;
            if (first(middle).tokens(counter) <= tokens) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return first(fits);
    }

    /** Half of the token events: at least one and never all, where there is more than one. */
    Answer half() {
        return new Answer(deltas.subList(0, Math.min(deltas.size(), Math.max(1, deltas.size() / 2))), true);
    }

    /** The first token events. */
    Answer first(int count) {
        return count >= deltas.size() ? this : new Answer(deltas.subList(0, count), true);
    }

    int tokens(ToIntFunction<String> counter) {
        StringBuilder counted = new StringBuilder();
        for (Delta delta : deltas) {
            if (delta instanceof Delta.CallStart start) {
                counted.append('\n').append(start.name()).append('\n');
            } else {
                counted.append(delta.counted());
            }
        }
        return counter.applyAsInt(counted.toString());
    }

    boolean callsTools() {
        return deltas.stream().anyMatch(Delta.CallStart.class::isInstance);
    }

    String finishReason() {
        return cut ? "length" : callsTools() ? "tool_calls" : "stop";
    }

    /** Words with the space before them; long words in parts. Two pieces at least where there are two characters. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean ends = i == text.length()
                    || (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1)))
                    || i - start >= LONGEST_PIECE;
            if (ends && (i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                pieces.add(text.substring(start, i));
                start = i;
            }
        }
        if (pieces.size() == 1 && text.length() > 1) {
            int middle = text.offsetByCodePoints(0, Math.max(1, text.codePointCount(0, text.length()) / 2));
            if (middle < text.length()) {
                return List.of(text.substring(0, middle), text.substring(middle));
            }
        }
        return pieces;
    }
}
