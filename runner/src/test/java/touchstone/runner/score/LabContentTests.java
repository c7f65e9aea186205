package touchstone.runner.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.runner.fixtures.TinyLab;

class LabContentTests {

    @TempDir
    Path labs;

    private Path lab = Path.of("");

    @BeforeEach
    void writeALab() throws IOException {
        lab = TinyLab.write(labs, 5).folder();
        Files.createDirectories(lab.resolve("ladder/expert"));
        Files.writeString(lab.resolve("ladder/expert/app.py"), "pass\n");
    }

    @Test
    void staysTheSameForTheSameContent() {
        assertThat(LabContent.hash(lab)).isEqualTo(LabContent.hash(lab)).matches("[0-9a-f]{64}");
    }

    @Test
    void changesWithARungAndWithTheDescription() throws IOException {
        String before = LabContent.hash(lab);
        Files.writeString(lab.resolve("ladder/expert/app.py"), "pass #\n");
        String changedRung = LabContent.hash(lab);
        Files.writeString(lab.resolve("lab.yaml"), Files.readString(lab.resolve("lab.yaml")) + "\n");

        assertThat(changedRung).isNotEqualTo(before);
        assertThat(LabContent.hash(lab)).isNotIn(before, changedRung);
    }

    @Test
    void changesWhenAFileMoves() throws IOException {
        String before = LabContent.hash(lab);
        Files.move(lab.resolve("ladder/expert/app.py"), lab.resolve("ladder/expert/main.py"));

        assertThat(LabContent.hash(lab)).isNotEqualTo(before);
    }

    @Test
    void doesNotChangeWithWhatDecidesNoScore() throws IOException {
        String before = LabContent.hash(lab);
        Files.writeString(lab.resolve("design.md"), "words");
        Files.writeString(lab.resolve("seeds.lock"), "words");
        Files.createDirectories(lab.resolve("target"));
        Files.writeString(lab.resolve("target/built.jar"), "bytes");

        assertThat(LabContent.hash(lab)).isEqualTo(before);
    }
}
