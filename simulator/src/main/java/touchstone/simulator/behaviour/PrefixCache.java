package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.simulator.behaviour.ChatRequest.Message;

/**
 * Remembers the beginnings of prompts in blocks of 128 tokens, for each model, as a hash of roles and text. The least
 * recently used blocks are forgotten. Safe for many threads.
 */
final class PrefixCache {

    /** Tokens in a block; a cached prefix is a whole number of blocks. */
    static final int BLOCK_TOKENS = 128;

    /** A shorter prefix is never cached. */
    static final int LEAST_TOKENS = 256;

    private final Map<Long, Boolean> seen;

    PrefixCache(int mostBlocks) {
        this.seen = new LinkedHashMap<>(1_024, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > mostBlocks;
            }
        };
    }

    /** Leading tokens that were seen before: 0, or a multiple of 128 from 256 on. Remembers this prompt. */
    int lookUpAndRemember(String model, List<Message> messages) {
        List<Long> blocks = blocks(model, messages);
        int known = 0;
        synchronized (seen) {
            while (known < blocks.size() && seen.get(blocks.get(known)) != null) {
                known++;
            }
            for (int i = known; i < blocks.size(); i++) {
                seen.put(blocks.get(i), true);
            }
        }
        int tokens = known * BLOCK_TOKENS;
        return tokens < LEAST_TOKENS ? 0 : tokens;
    }

    /** A hash of everything up to the end of each whole block. */
    private static List<Long> blocks(String model, List<Message> messages) {
        List<Long> blocks = new ArrayList<>();
        long hash = fold(17, model, 0, model.length());
        int tokens = 0;
        for (Message message : messages) {
            hash = fold(hash, message.role(), 0, message.role().length());
            TokenCursor cursor = new TokenCursor(message.text());
            while (cursor.next()) {
                hash = fold(hash, message.text(), cursor.start(), cursor.end());
                tokens += cursor.cost();
                while (tokens >= (blocks.size() + 1) * BLOCK_TOKENS) {
                    blocks.add(hash + blocks.size());
                }
            }
        }
        return blocks;
    }

    private static long fold(long hash, String text, int start, int end) {
        long folded = hash;
        for (int i = start; i < end; i++) {
            folded = (folded ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            folded ^= folded >>> 29;
        }
        return (folded ^ 0x1F) * 0xBF58476D1CE4E5B9L;
    }
}
