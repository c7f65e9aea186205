package touchstone.labs.resilientclient;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;

/** How an item ended, as its caller saw it. */
enum Ending {
    /** The complete answer, in time. */
    CORRECT("answered completely"),
    /** Part of the right answer, given out as if it were the whole. */
    PARTIAL("given only a part of the answer"),
    /** The answer to somebody else's question. */
    FOREIGN("given another caller's answer"),
    /** Some other text as an answer. */
    WRONG("given a wrong answer"),
    /** A well-formed error, in time. */
    CLEAR_ERROR("given a clear error"),
    /** Something that the contract does not know. */
    UNREADABLE("given a reply that breaks the contract"),
    /** Anything after the deadline. */
    LATE("answered after the deadline"),
    /** Nothing at all. */
    NO_REPLY("not answered at all");

    /** How much later than the deadline still counts as in time, for the way back. */
    static final long TOLERANCE_MICROS = 150_000;

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    /** Goes on after "The caller was". */
    String words() {
        return words;
    }

    /** @param codes item id by filing code, for all items of the day */
    static Ending of(ItemRecord record, Map<String, String> codes) {
        return switch (record.reply()) {
            case ItemReply.NoReply _ -> NO_REPLY;
            case ItemReply.Replied replied -> late(record) ? LATE : read(record, replied.body(), codes);
        };
    }

    private static boolean late(ItemRecord record) {
        return record.doneMicros() - record.sentMicros() > record.item().deadlineMillis() * 1_000L + TOLERANCE_MICROS;
    }

    private static Ending read(ItemRecord record, String body, Map<String, String> codes) {
        return Json.object(body).map(reply -> judge(record, reply, codes)).orElse(UNREADABLE);
    }

    private static Ending judge(ItemRecord record, JsonNode reply, Map<String, String> codes) {
        if (!reply.path("id").asString("").equals(record.item().id())) {
            return reply.has("id") ? FOREIGN : UNREADABLE;
        }
        if (reply.path("answer").isString()) {
            return judgeAnswer(record, reply.path("answer").asString(), codes);
        }
        JsonNode error = reply.path("error");
        boolean clear = !error.path("code").asString("").isBlank()
                && !error.path("message").asString("").isBlank();
        return clear ? CLEAR_ERROR : UNREADABLE;
    }

    private static Ending judgeAnswer(ItemRecord record, String answer, Map<String, String> codes) {
        String own = record.item().truth().getOrDefault("code", "");
        String expected = normal(record.item().truth().getOrDefault("answer", ""));
        String given = normal(answer);
        boolean foreign = codes.keySet().stream().anyMatch(code -> !code.equals(own) && given.contains(normal(code)));
        if (foreign) {
            return FOREIGN;
        }
        if (given.equals(expected)) {
            return CORRECT;
        }
        boolean part = given.length() >= 3 && expected.startsWith(given);
        return part ? PARTIAL : WRONG;
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
