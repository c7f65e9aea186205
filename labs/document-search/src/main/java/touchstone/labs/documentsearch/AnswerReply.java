package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * A reply to a question that keeps the contract.
 *
 * @param citations empty when it abstained
 */
record AnswerReply(String answer, List<Citation> citations, boolean abstained, OptionalDouble confidence) {

    AnswerReply {
        citations = List.copyOf(citations);
    }

    /** Empty when the text breaks the contract. */
    static Optional<AnswerReply> read(String id, String body) {
        return Json.object(body).flatMap(reply -> read(id, reply));
    }

    private static Optional<AnswerReply> read(String id, JsonNode reply) {
        JsonNode abstained = reply.path("abstained");
        boolean keeps =
                reply.path("id").isString() && reply.path("id").asString("").equals(id) && abstained.isBoolean();
        if (!keeps) {
            return Optional.empty();
        }
        JsonNode sure = reply.path("confidence");
        OptionalDouble confidence = sure.isNumber() && sure.asDouble(-1) >= 0 && sure.asDouble(-1) <= 1
                ? OptionalDouble.of(sure.asDouble(-1))
                : OptionalDouble.empty();
        if (abstained.asBoolean(false)) {
            return Optional.of(new AnswerReply("", List.of(), true, confidence));
        }
        JsonNode listed = reply.path("citations");
        if (!reply.path("answer").isString() || !listed.isArray()) {
            return Optional.empty();
        }
        List<Citation> citations = new ArrayList<>();
        for (JsonNode citation : listed.values()) {
            if (!citation.path("documentId").isString()
                    || !citation.path("quote").isString()) {
                return Optional.empty();
            }
            citations.add(new Citation(
                    citation.path("documentId").asString(""),
                    citation.path("quote").asString("")));
        }
        return Optional.of(new AnswerReply(reply.path("answer").asString(""), citations, false, confidence));
    }
}
