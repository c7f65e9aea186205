package touchstone.runner.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import touchstone.runner.Outcome;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.Day;
import touchstone.runner.run.RunLog.Header;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * A recording on disk: {@code run.ndjson} (one line for the run, then one for each item), {@code ledger.ndjson} (one line a
 * call) and {@code solution.log}.
 */
public final class RunFiles {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private RunFiles() {}

    private record FirstLine(Header header, Session session, List<Day.Phase> phases) {}

    /** Writes a recording into an existing folder. */
    public static void write(Recording recording, Path folder) {
        try {
            FirstLine first = new FirstLine(
                    recording.log().header(),
                    recording.session(),
                    recording.log().phases());
            lines(folder.resolve("run.ndjson"), first, recording.log().items());
            lines(folder.resolve("ledger.ndjson"), null, recording.ledger());
            Files.writeString(folder.resolve("solution.log"), recording.programOutput());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the run to " + folder, failed);
        }
    }

    /**
     * Reads a recording.
     *
     * @throws RunnerException when the folder holds no readable run
     */
    public static Recording read(Path folder) {
        Path run = folder.resolve("run.ndjson");
        Path ledger = folder.resolve("ledger.ndjson");
        try {
            List<String> lines = Files.readAllLines(run, StandardCharsets.UTF_8);
            FirstLine first = line(lines.isEmpty() ? "" : lines.getFirst(), FirstLine.class);
            List<ItemRecord> items = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                items.add(line(line, ItemRecord.class));
            }
            List<LedgerEntry> calls = new ArrayList<>();
            for (String line : Files.readAllLines(ledger, StandardCharsets.UTF_8)) {
                calls.add(line(line, LedgerEntry.class));
            }
            Path log = folder.resolve("solution.log");
            String output = Files.exists(log) ? Files.readString(log) : "";
            RunLog runLog = new RunLog(first.header(), first.phases(), items);
            return new Recording(outcome(first.session()), runLog, first.session(), calls, output);
        } catch (IOException missing) {
            throw new RunnerException(
                    "There is no readable run in " + folder + "; it needs run.ndjson and ledger.ndjson, in UTF-8.",
                    missing);
        } catch (JacksonException broken) {
            throw new RunnerException(
                    "The stored run in " + folder + " is damaged: "
                            + broken.getOriginalMessage().lines().findFirst().orElse("a line is no JSON"),
                    broken);
        }
    }

    private static <T> T line(String text, Class<T> type) {
        if (MAPPER.readTree(text) instanceof ObjectNode line) {
            OlderRuns.complete(line);
            return MAPPER.treeToValue(line, type);
        }
        T value = MAPPER.readValue(text.equals("null") ? "" : text, type);
        return Objects.requireNonNull(value, "an empty text is refused");
    }

    private static Outcome outcome(Session session) {
        return switch (session.outcome()) {
            case "SCORED" -> new Outcome.Scored();
            case "SOLUTION_FAILED" -> new Outcome.SolutionFailed(session.cause());
            case "INVALID_SUBMISSION" -> new Outcome.InvalidSubmission(session.cause());
            case "INFRA_ERROR" -> new Outcome.InfraError(session.cause());
            default ->
                throw new RunnerException("The stored run is damaged: '" + session.outcome() + "' is no outcome.");
        };
    }

    private static void lines(Path file, @org.jspecify.annotations.Nullable Object first, List<?> rest)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (first != null) {
                out.write(MAPPER.writeValueAsString(first));
                out.newLine();
            }
            for (Object line : rest) {
                out.write(MAPPER.writeValueAsString(line));
                out.newLine();
            }
        }
    }
}
