package touchstone.runner.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.yaml.YamlException;

class ExpectedScoresTests {

    @TempDir
    Path lab;

    @Test
    void readsABandForEachRung() throws IOException {
        write("{low: 95, high: 100}");

        assertThat(ExpectedScores.read(lab).orElseThrow().rungs())
                .containsEntry("expert", new ExpectedScores.Band(95, 100))
                .hasSize(4);
    }

    @Test
    void isEmptyWithoutTheFile() {
        assertThat(ExpectedScores.read(lab)).isEmpty();
    }

    @Test
    void namesTheLineOfABandThatIsNone() throws IOException {
        write("{low: 95, high: 90}");

        assertThatThrownBy(() -> ExpectedScores.read(lab))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("expected.yaml:5")
                .hasMessageContaining("from low to high");
    }

    @Test
    void wantsEveryRungAndNoOther() throws IOException {
        Files.writeString(lab.resolve("expected.yaml"), "rungs: {expert: {low: 95, high: 100}}\n");

        assertThatThrownBy(() -> ExpectedScores.read(lab)).hasMessageContaining("'broken'");
    }

    private void write(String expert) throws IOException {
        Files.writeString(lab.resolve("expected.yaml"), """
            rungs:
              broken: {low: 0, high: 20}
              naive: {low: 25, high: 55}
              solid: {low: 65, high: 88}
              expert: %s
            """.formatted(expert));
    }
}
