package touchstone.runner.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.runner.RunnerException;
import touchstone.yaml.YamlException;

class MutantTests {

    @TempDir
    Path folder;

    private Path rung = Path.of("");

    @BeforeEach
    void writeARung() throws IOException {
        rung = folder.resolve("expert");
        Files.createDirectories(rung.resolve("lib"));
        Files.writeString(rung.resolve("app.py"), "tries = 3\npause = 1\npause = 1\n");
        Files.writeString(rung.resolve("lib/other.py"), "other\n");
    }

    private static Mutant mutant(String find, String replace) {
        return new Mutant("expert", "right", List.of(), "A defect.", List.of(new Mutant.Edit("app.py", find, replace)));
    }

    @Test
    void changesOneTextAndCopiesTheRest() throws IOException {
        Path target = folder.resolve("mutant");
        mutant("tries = 3", "tries = 0").write(rung, target);

        assertThat(target.resolve("app.py")).hasContent("tries = 0\npause = 1\npause = 1\n");
        assertThat(target.resolve("lib/other.py")).hasContent("other\n");
        assertThat(rung.resolve("app.py")).hasContent("tries = 3\npause = 1\npause = 1\n");
    }

    @Test
    void refusesATextThatOccursNowhereOrTwice() {
        assertThatThrownBy(() -> mutant("tries = 4", "").write(rung, folder.resolve("a")))
                .isInstanceOf(RunnerException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("expert/app.py");
        assertThatThrownBy(() -> mutant("pause = 1", "").write(rung, folder.resolve("b")))
                .isInstanceOf(RunnerException.class)
                .hasMessageContaining("more than once");
    }

    @Test
    void readsItsFileAndWantsAnEdit() throws IOException {
        Files.writeString(folder.resolve("mutant.yaml"), """
            of: expert
            criterion: right
            sideEffects: [in-time]
            defect: Never tries again.
            edits: [{file: app.py, find: tries = 3, replace: tries = 0}]
            """);
        assertThat(Mutant.read(folder).sideEffects()).containsExactly("in-time");

        Files.writeString(folder.resolve("mutant.yaml"), "of: expert\ncriterion: right\ndefect: None.\nedits: []\n");
        assertThatThrownBy(() -> Mutant.read(folder))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("at least one edit");
    }
}
