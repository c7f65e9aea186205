package touchstone.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.Step;

/**
 * One step of a fault plan as it stands in a file: a name ({@code serve}, {@code http-503}), or a name with its settings
 * ({@code rate-limited: {retryAfterMs: 1200, form: seconds}}).
 */
record StepEntry(Step step) {

    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 500, 502, 503);
    private static final long LONGEST_MILLIS = 3_600_000;

    /** Every name with the settings that it takes. */
    private static final Map<String, Set<String>> KNOWN = known();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StepEntry of(JsonNode node) {
        if (node.isString()) {
            return new StepEntry(step(node.stringValue(), Optional.empty()));
        }
        if (node.isObject() && node.size() == 1) {
            String name = node.propertyNames().iterator().next();
            return new StepEntry(step(name, Optional.of(node.path(name))));
        }
        throw new IllegalArgumentException("a step is a name, or one name with its settings; " + knownNames());
    }

    /** @throws IllegalArgumentException when the step is {@code serve} */
    Fault requireFault() {
        return switch (step) {
            case Fault fault -> fault;
            case Step.Serve _ -> throw new IllegalArgumentException("'serve' is not a fault; " + knownNames());
        };
    }

    private static Step step(String name, Optional<JsonNode> settings) {
        Set<String> takes = KNOWN.get(name);
        if (takes == null) {
            throw new IllegalArgumentException("unknown fault '" + name + "'; " + knownNames());
        }
        settings.ifPresent(given -> check(name, given, takes));
        return switch (name) {
            case "serve" -> Step.SERVE;
            case "rate-limited" -> new Fault.RateLimited(millis(settings, "retryAfterMs", 1_000), form(settings));
            case "insufficient-quota" -> new Fault.InsufficientQuota();
            case "connection-reset" -> new Fault.ConnectionReset();
            case "hang" -> new Fault.HangBeforeHeaders(millis(settings, "holdMs", 30_000));
            case "stall" -> new Fault.StallMidStream(millis(settings, "holdMs", 30_000));
            case "clean-end" -> new Fault.CleanEnd();
            case "error-event" -> new Fault.ErrorEvent();
            case "malformed-json" -> new Fault.MalformedJson();
            case "schema-breaking" -> new Fault.SchemaBreaking();
            case "slow-start" -> new Fault.SlowStart(millis(settings, "delayMs", 5_000));
            case "truncated-by-length" -> new Fault.TruncatedByLength();
            case "usage-missing" -> new Fault.UsageMissing();
            default -> new Fault.HttpError(Integer.parseInt(name.substring("http-".length())));
        };
    }

    private static void check(String name, JsonNode settings, Set<String> takes) {
        if (!settings.isObject()) {
            throw new IllegalArgumentException("the settings of '" + name + "' must be a group of fields");
        }
        for (String setting : settings.propertyNames()) {
            if (!takes.contains(setting)) {
                throw new IllegalArgumentException("unknown setting '" + setting + "' of '" + name
                        + "'; known settings: " + (takes.isEmpty() ? "none" : String.join(", ", sorted(takes))));
            }
        }
    }

    private static Duration millis(Optional<JsonNode> settings, String name, long otherwise) {
        Optional<JsonNode> given = settings.map(node -> node.path(name)).filter(node -> !node.isMissingNode());
        if (given.isEmpty()) {
            return Duration.ofMillis(otherwise);
        }
        JsonNode value = given.get();
        if (!value.canConvertToLong()
                || !value.isIntegralNumber()
                || value.longValue() < 0
                || value.longValue() > LONGEST_MILLIS) {
            throw new IllegalArgumentException("'" + name + "' must be a whole number from 0 to " + LONGEST_MILLIS
                    + ", not '" + value.asString("?") + "'");
        }
        return Duration.ofMillis(value.longValue());
    }

    private static Fault.HintForm form(Optional<JsonNode> settings) {
        String form =
                settings.map(node -> node.path("form").asString("seconds")).orElse("seconds");
        for (Fault.HintForm known : Fault.HintForm.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(form)) {
                return known;
            }
        }
        throw new IllegalArgumentException("'form' must be seconds, milliseconds or date, not '" + form + "'");
    }

    private static String knownNames() {
        List<String> names = new ArrayList<>(KNOWN.keySet());
        names.remove("serve");
        return "known faults: " + String.join(", ", names);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new TreeMap<>();
        for (String plain : List.of(
                "serve",
                "insufficient-quota",
                "connection-reset",
                "clean-end",
                "error-event",
                "malformed-json",
                "schema-breaking",
                "truncated-by-length",
                "usage-missing")) {
            known.put(plain, Set.of());
        }
        STATUSES.forEach(status -> known.put("http-" + status, Set.of()));
        known.put("rate-limited", Set.of("retryAfterMs", "form"));
        known.put("hang", Set.of("holdMs"));
        known.put("stall", Set.of("holdMs"));
        known.put("slow-start", Set.of("delayMs"));
        return known;
    }
}
