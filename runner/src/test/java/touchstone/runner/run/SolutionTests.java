package touchstone.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.runner.run.Solution.Reading;

class SolutionTests {

    @TempDir
    Path folder;

    private Reading reading(String yaml) throws IOException {
        Files.writeString(folder.resolve("solution.yaml"), yaml);
        return Solution.read(folder, "tiny");
    }

    private static String cause(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return switch (reading) {
            case Reading.Refused(String cause) -> cause;
            case Reading.Read _ -> "";
        };
    }

    @Test
    void readsRunBuildAndToolbox() throws IOException {
        assertThat(reading("lab: tiny\nrun: ./service\n"))
                .isEqualTo(new Reading.Read(new Solution(folder, Optional.empty(), "./service", Optional.empty())));
        assertThat(reading("lab: tiny\nbuild: make\nrun: ./service\n"))
                .isEqualTo(new Reading.Read(new Solution(folder, Optional.of("make"), "./service", Optional.empty())));
        assertThat(reading("lab: tiny\nrun: ./service\ntoolbox: java-lucene\n"))
                .isEqualTo(new Reading.Read(
                        new Solution(folder, Optional.empty(), "./service", Optional.of("java-lucene"))));
    }

    @Test
    void asksForAFolder() {
        assertThat(cause(Solution.read(folder.resolve("nowhere"), "tiny"))).contains("no folder", "nowhere");
    }

    @Test
    void saysWhatToWriteWhereTheFileIsMissing() {
        assertThat(cause(Solution.read(folder, "tiny"))).contains("no solution.yaml", "lab: tiny", "run:");
    }

    @Test
    void namesTheLineOfAMistake() throws IOException {
        assertThat(cause(reading("lab: tiny\nrum: ./service\n")))
                .contains("solution.yaml:1", "'run' is missing", "rum");
        assertThat(cause(reading("lab: tiny\nrun: ./service\nbiuld: make\n"))).contains("solution.yaml:3", "biuld");
        assertThat(cause(reading("lab: tiny\n"))).contains("solution.yaml", "run");
        assertThat(cause(reading("lab: [\n"))).contains("solution.yaml");
        assertThat(cause(reading(""))).contains("solution.yaml");
    }

    @Test
    void refusesASolutionOfAnotherLab() throws IOException {
        assertThat(cause(reading("lab: other\nrun: ./service\n"))).contains("'other'", "'tiny'");
    }

    @Test
    void refusesAnEmptyCommand() throws IOException {
        assertThat(cause(reading("lab: tiny\nrun: \"  \"\n"))).contains("'run' is empty");
    }
}
