package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.runner.fixtures.Recordings;
import touchstone.runner.fixtures.TinyLab;
import touchstone.runner.fixtures.TinySolution;
import touchstone.runner.run.RunFiles;

class LabCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void setUpALabsFolder() {
        TinyLab.write(home.resolve("labs"), 10);
        terminal = new Terminal(home);
    }

    private void assertRefused(int status, String... words) {
        assertThat(status).isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("touchstone: ").contains(words).doesNotContain("Exception");
        assertThat(terminal.err().strip()).doesNotContain("\n");
    }

    private String solution() throws IOException {
        return TinySolution.write(home.resolve("solution"), "", TinySolution.RIGHT)
                .folder()
                .toString();
    }

    @Test
    void listsLabs() {
        assertThat(terminal.type("lab", "list")).isZero();
        assertThat(terminal.out())
                .contains("tiny  1.0.0  unvalidated", "Adds one.", "1 minutes to build", "Evidence for: engineering");
    }

    @Test
    void listsLabsAsJson() {
        assertThat(terminal.type("lab", "list", "--json")).isZero();
        JsonNode lab = JSON.readTree(terminal.out()).path("labs").path(0);
        assertThat(lab.path("id").asString()).isEqualTo("tiny");
        assertThat(lab.path("state").asString()).isEqualTo("unvalidated");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void saysThatThereAreNoLabs() throws IOException {
        terminal = new Terminal(Files.createDirectory(home.resolve("elsewhere")));

        assertThat(terminal.type("lab", "list")).isZero();
        assertThat(terminal.out()).contains("There are no labs in");
    }

    @Test
    void namesTheLabsWhenOneIsUnknown() throws IOException {
        assertRefused(terminal.type("lab", "run", "tinny", "--solution", solution()), "'tinny'", "there are: tiny");
        assertRefused(terminal.type("lab", "validate", "tinny"), "'tinny'", "there are: tiny");
    }

    @Test
    void refusesAMissingSolution() {
        Path out = home.resolve("out");

        assertThat(terminal.type(
                        "lab", "run", "tiny", "--trust", "--solution", home + "/nowhere", "--out", out.toString()))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.out()).contains("There is no folder", "nowhere");
    }

    @Test
    void refusesAFolderThatExists() throws IOException {
        assertRefused(
                terminal.type("lab", "run", "tiny", "--trust", "--solution", solution(), "--out", home.toString()),
                "exists already",
                "--out");
    }

    @Test
    void refusesALabWithoutAnchors() throws IOException {
        Files.delete(home.resolve("labs/tiny/seeds.lock"));

        assertRefused(terminal.type("lab", "run", "tiny", "--solution", solution()), "no anchors", "--calibrate");
    }

    @Test
    void namesTheLineOfABrokenLab() throws IOException {
        Files.writeString(home.resolve("labs/tiny/lab.yaml"), "id: tiny\ntitel: A tiny lab\n");

        assertRefused(terminal.type("lab", "list"), "lab.yaml:2", "titel");
    }

    @Test
    void runsASolutionAndScoresItAgain() throws IOException {
        Path out = home.resolve("out");

        int status = terminal.type(
                "lab", "run", "tiny", "--trust", "--quick", "--json", "--solution", solution(), "--out", out.toString());
        assertThat(JSON.readTree(terminal.out()).path("lab").asString()).isEqualTo("tiny");
        assertThat(status).as(terminal.out()).isIn(0, Main.OWN_FAULT);
        String report = Files.readString(out.resolve("report.json"));
        assertThat(terminal.out()).isEqualTo(report);
        assertThat(terminal.err()).contains("Report: " + out.resolve("report.html"));

        assertThat(terminal.type("lab", "rescore", out.toString(), "--json")).isEqualTo(status);
        assertThat(terminal.out()).isEqualTo(report);
        assertThat(out.resolve("report.json")).hasContent(report);
    }

    @Test
    void scoresAStoredRunToTheSameBytes() throws IOException {
        RunFiles.write(Recordings.aRecording().right(6).build(), home);

        assertThat(terminal.type("lab", "rescore", home.toString())).isZero();
        byte[] once = Files.readAllBytes(home.resolve("report.json"));
        assertThat(terminal.type("lab", "rescore", home.toString())).isZero();
        assertThat(home.resolve("report.json")).hasBinaryContent(once);
        assertThat(terminal.out()).contains("tiny");
    }

    @Test
    void refusesToScoreWhatIsNoRun() throws IOException {
        assertRefused(terminal.type("lab", "rescore", home.toString()), "no stored run", home.toString());

        RunFiles.write(Recordings.aRecording().build(), home);
        Files.writeString(home.resolve("ledger.ndjson"), "{\"call\":");
        assertRefused(terminal.type("lab", "rescore", home.toString()), "damaged", home.toString());
        assertThat(home.resolve("report.json")).doesNotExist();
    }

    @Test
    void refusesToValidateWithNothing() {
        assertRefused(terminal.type("lab", "validate", "tiny", "--seeds", "0"), "--seeds");
    }
}
