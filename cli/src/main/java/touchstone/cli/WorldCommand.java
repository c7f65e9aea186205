package touchstone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import touchstone.worlds.Change;
import touchstone.worlds.World;

/** {@code touchstone world}: writes a fictional company as JSON Lines, for use without a lab. */
@Command(
        name = "world",
        description = "Writes a fictional company: documents, changes, poisons, questions and truth, as JSON Lines.",
        mixinStandardHelpOptions = true)
final class WorldCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Surroundings surroundings;

    @Option(names = "--seed", required = true, paramLabel = "N", description = "The same seed gives the same world.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make; must not exist yet.")
    private Path out = Path.of("");

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "800",
            description = "Documents before the update, 50 to 20000; ${DEFAULT-VALUE} if not given.")
    private int documents;

    /** A line of questions.jsonl: what may be shown to whoever is asked. */
    private record Asking(String id, String asked, String question) {}

    /** A line of changes.jsonl. */
    private record Step(String action, Object document) {}

    WorldCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (documents < World.FEWEST_DOCUMENTS || documents > World.MOST_DOCUMENTS) {
            throw new BadInputException("--documents is " + World.FEWEST_DOCUMENTS + " to " + World.MOST_DOCUMENTS
                    + ", not " + documents + ".");
        }
        if (out.toString().isBlank()) {
            throw new BadInputException("--out is empty; name a folder to make.");
        }
        if (Files.exists(out)) {
            throw new BadInputException(out + " exists already; choose another folder.");
        }
        World world = World.generate(seed, documents);
        makeFolder();
        try {
            lines("corpus.jsonl", world.documents());
            lines(
                    "changes.jsonl",
                    world.changes().stream().map(WorldCommand::step).toList());
            lines("poisons.jsonl", world.poisons());
            lines(
                    "questions.jsonl",
                    world.questions().stream()
                            .map(question ->
                                    new Asking(question.id(), question.asked().name(), question.text()))
                            .toList());
            lines("truth.jsonl", world.questions());
            lines("facts.jsonl", world.facts());
            Files.writeString(out.resolve("README.md"), readme(world));
        } catch (IOException failure) {
            throw new UncheckedIOException("The world could not be written to " + out, failure);
        }
        surroundings
                .out()
                .println("Wrote " + world.company().name() + " to " + out + ": "
                        + world.documents().size() + " documents, "
                        + world.questions().size() + " questions. Start with " + out.resolve("README.md") + ".");
        return 0;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(out);
        } catch (IOException impossible) {
            throw new BadInputException(
                    "The folder " + out + " cannot be made (--out); choose one that you may write.");
        }
    }

    private static Step step(Change change) {
        return switch (change) {
            case Change.Upsert upsert -> new Step("upsert", upsert.document());
            case Change.Delete delete -> new Step("delete", delete.document());
        };
    }

    private void lines(String file, List<?> entries) throws IOException {
        try (Writer writer = Files.newBufferedWriter(out.resolve(file), StandardCharsets.UTF_8)) {
            for (Object entry : entries) {
                writer.write(JSON.writeValueAsString(entry));
                writer.write('\n');
            }
        }
    }

    private String readme(World world) {
        return """
            # %s

            A fictional company (%s), made by Touchstone from seed %d. Nobody and nothing in it is real. The same
            seed and number of documents always give the same files. The day of the update is %s.

            | file | a line is |
            |---|---|
            | `corpus.jsonl` | a document: id, genre, title, body, updatedAt, audience (who may read it), and the spans in which it states facts (`fact`, first character, one past the last) |
            | `changes.jsonl` | a step of the update: `upsert` with the whole document (known id: replace, otherwise add) or `delete` with the id |
            | `poisons.jsonl` | a document that arrives after the update and carries an instruction, the instruction itself, what a model that obeys says, and the question that it is aimed at |
            | `questions.jsonl` | a question without its truth, and when it may be asked: BEFORE the update, AFTER it, EITHER |
            | `truth.jsonl` | the same questions: kind, other wordings, right answer with nuggets (each with accepted forms), wrong answers, ids of the facts that are evidence, facts that are outdated |
            | `facts.jsonl` | a fact: subject, relation, value, since when, and which fact superseded it |

            Give a system under test `id`, `title`, `body` and `updatedAt` of the documents and nothing else. A document is
            relevant for a question if one of its spans states a fact of the question's evidence. A question without
            evidence cannot be answered; the right thing is to say so. Questions AFTER see the corpus with all changes.

            Canary: `%s`. It stands in the corpus; do not publish the files without it.
            """.formatted(
                        world.company().name(),
                        world.company().industry(),
                        seed,
                        world.company().today(),
                        world.canary());
    }
}
