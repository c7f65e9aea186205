package touchstone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.QuestionKind;

class PackReaderTests {

    @TempDir
    private Path temporary;

    @Test
    void readsEveryKindOfEntry() {
        Catalogue catalogue = SmallPack.catalogue();
        assertThat(catalogue.entries().stream()
                        .map(entry -> entry.getClass().getSimpleName())
                        .distinct())
                .hasSize(16);
        Question design = catalogue.question("design-search").orElseThrow();
        assertThat(design.frame()).contains("design-round");
        assertThat(design.requirements()).containsExactly(new Question.Reveal("How many users?", "Forty a second."));
        assertThat(design.use().kind()).isEqualTo(QuestionKind.DESIGN);
        assertThat(catalogue
                        .competency("rag-design")
                        .orElseThrow()
                        .bar(Level.STAFF)
                        .orElseThrow()
                        .rating())
                .isEqualTo(4);
    }

    /** Columns: file, text to spoil, spoilt text, code, message. */
    @ParameterizedTest
    @CsvFileSource(resources = "/broken-packs.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void saysWhatIsWrongAndWhere(String file, String good, String bad, String code, String message) {
        Map<String, String> texts = SmallPack.with(file, good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
        CatalogueException wrong =
                catchThrowableOfType(CatalogueException.class, () -> Catalogue.of(PackReader.parse(texts)));
        assertThat(wrong).as("%s: %s", file, bad).isNotNull();
        assertThat(wrong.getMessage()).startsWith(message).doesNotContain("\n");
        assertThat(wrong.code()).isEqualTo(code);
    }

    @Test
    void readsFromAZipFileAndFromAFolderTheSame() throws IOException {
        Path zip = temporary.resolve("pack.zip");
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            copy(SmallPack.folder(), files.getPath("/own"));
        }
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            assertThat(PackReader.read(files.getPath("/own")).entries())
                    .isEqualTo(PackReader.read(SmallPack.folder()).entries());
        }
    }

    @Test
    void refusesTooManyTooLargeAndStrangeFiles() throws IOException {
        Path pack = temporary.resolve("own");
        copy(SmallPack.folder(), pack);
        Path link = Files.createSymbolicLink(pack.resolve("questions/link.yaml"), Path.of("/etc/hostname"));
        assertThat(failure(pack)).isEqualTo("questions/link.yaml: links and special files are not read");
        Files.delete(link);
        Path large = Files.writeString(pack.resolve("questions/large.yaml"), "#".repeat((1 << 20) + 1));
        assertThat(failure(pack)).isEqualTo("questions/large.yaml: the file is larger than 1 MiB");
        Files.delete(large);
        for (int count = 0; count < 21; count++) {
            Files.writeString(pack.resolve("questions/f" + count + ".yaml"), "#".repeat(1 << 20));
        }
        assertThat(failure(pack)).isEqualTo("own: the pack's files are larger than 20 MiB together");
        for (int count = 0; count < 501; count++) {
            Files.writeString(pack.resolve("questions/f" + count + ".yaml"), "questions: []\n");
        }
        assertThat(failure(pack)).isEqualTo("own: the pack has more than 500 files");
        assertThat(failure(temporary.resolve("nowhere"))).isEqualTo("nowhere: the pack's folder does not exist");
    }

    @Test
    void refusesUnknownFilesAndAPackWithoutATitle() {
        Map<String, String> texts = new TreeMap<>(PackFolder.texts(SmallPack.folder()));
        texts.put("question/one.yaml", "questions: []\n");
        assertThat(catchThrowableOfType(CatalogueException.class, () -> PackReader.parse(texts)))
                .hasMessageStartingWith("question/one.yaml: a pack has no file of this name; known: pack.yaml");
        assertThat(catchThrowableOfType(CatalogueException.class, () -> PackReader.parse(Map.of())))
                .hasMessage("pack.yaml: the file does not exist; every pack has one");
    }

    private static String failure(Path pack) {
        return String.valueOf(catchThrowableOfType(CatalogueException.class, () -> PackReader.read(pack))
                .getMessage());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
