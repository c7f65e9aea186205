package touchstone.runner.run;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Completes lines of runs that were stored before a field existed, so that an old run still scores. */
final class OlderRuns {

    private OlderRuns() {}

    static void complete(ObjectNode line) {
        for (JsonNode element : line.path("phases")) {
            if (element instanceof ObjectNode phase && !phase.has("restart")) {
                phase.put("restart", false);
            }
        }
        if (line.get("request") instanceof ObjectNode request && !request.has("prompt")) {
            request.put("prompt", "");
        }
        if (line.get("served") instanceof ObjectNode served && !served.has("grounding")) {
            ObjectNode none = served.putObject("grounding");
            none.put("standing", "none").put("evidenceTokens", 0).putArray("facts");
            none.put("exposed", false).put("obeyed", false);
        }
    }
}
