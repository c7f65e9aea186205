package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorldCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal(Path.of(""));

    private int write(String name, String documents) {
        return terminal.type(
                "world", "--seed", "7", "--out", folder.resolve(name).toString(), "--documents", documents);
    }

    private List<JsonNode> lines(String name, String file) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve(file)).stream()
                .map(JSON::readTree)
                .toList();
    }

    @Test
    void writesACompanyAsJsonLines() throws IOException {
        assertThat(write("one", "60")).isZero();
        assertThat(terminal.out()).contains("60 documents, 60 questions");
        List<JsonNode> corpus = lines("one", "corpus.jsonl");
        assertThat(corpus).hasSize(60);
        JsonNode document = corpus.getFirst();
        assertThat(document.path("updatedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        JsonNode span = document.path("spans").path(0);
        String body = document.path("body").asString();
        assertThat(body.substring(span.path("start").asInt(), span.path("end").asInt()))
                .isNotBlank();
        assertThat(lines("one", "changes.jsonl")).hasSize(6);
        assertThat(lines("one", "poisons.jsonl")).hasSize(8);
        assertThat(lines("one", "questions.jsonl"))
                .hasSize(60)
                .allSatisfy(line -> assertThat(line.propertyNames()).containsExactly("id", "asked", "question"));
        assertThat(lines("one", "truth.jsonl")).hasSize(60);
        assertThat(Files.readString(folder.resolve("one/README.md"))).contains("seed 7", "Canary: `canary-");
    }

    @Test
    void writesTheSameFilesAgain() throws IOException {
        write("one", "60");
        write("two", "60");
        for (String file : List.of("corpus.jsonl", "truth.jsonl", "changes.jsonl", "poisons.jsonl", "facts.jsonl")) {
            assertThat(folder.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
    }

    @Test
    void refusesASizeItCannotMakeAndAFolderThatExists() throws IOException {
        assertThat(write("small", "7")).isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.err()).contains("50 to 20000, not 7").doesNotContain("Exception");
        assertThat(write("", "60")).isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.err()).contains("exists already");
        Files.writeString(folder.resolve("file"), "");
        assertThat(write("file/below", "60")).isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.err()).contains("cannot be made (--out)").doesNotContain("Exception");
        assertThat(terminal.type("world", "--seed", "7", "--out", "")).isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.err()).contains("--out is empty");
    }
}
