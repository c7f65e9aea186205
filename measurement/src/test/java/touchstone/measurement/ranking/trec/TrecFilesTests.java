package touchstone.measurement.ranking.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.ranking.Qrels;
import touchstone.measurement.ranking.Ranking;
import touchstone.measurement.ranking.Run;

class TrecFilesTests {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("given"), text);
    }

    @Test
    void readsJudgements() throws IOException {
        Qrels qrels = TrecFiles.qrels(file("# judged in spring\n1 0 d1 2\n\n1\t0\td2 -1\r\n2 iteration d1 0"));

        assertThat(qrels.topics().keySet()).containsExactly("1", "2");
        assertThat(qrels.topics().get("1"))
                .isNotNull()
                .satisfies(topic -> assertThat(topic.grade("d1")).isEqualTo(2))
                .satisfies(topic -> assertThat(topic.grade("d2")).isEqualTo(-1))
                .satisfies(topic -> assertThat(topic.relevant()).isEqualTo(1));
    }

    @Test
    void ranksByScoreAndNotByTheRankThatIsWritten() throws IOException {
        Run run = TrecFiles.run(
                file("7 Q0 low 1 1e-3 mine\n8 Q0 x 1 0 mine\n7 Q0 high 2 2.5 mine\n7 Q0 zz 9 1e-3 mine\n"));

        assertThat(run.name()).isEqualTo("mine");
        assertThat(run.topics().get("7")).isEqualTo(new Ranking(List.of("high", "zz", "low")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 0 d1                | line 2: the line has 3 fields where 4 belong; write 'TOPIC 0 DOCUMENT GRADE'.",
                "1                     | line 2: the line has 1 field where 4 belong",
                "1 0 d1 good           | line 2: the grade 'good' is not a whole number",
                "1 0 d1 1.5            | line 2: the grade '1.5' is not a whole number",
                "1 0 d1 5000           | line 2: the grade 5000 is out of range; grades lie from -1000 to 1000.",
                "9 0 d9 1              | line 2: document 'd9' is judged twice for topic '9'; keep one of the lines."
            })
    void saysWhatIsWrongWithJudgements(String line, String sentence) throws IOException {
        Path wrong = file("9 0 d9 1\n" + line + "\n");

        assertThatThrownBy(() -> TrecFiles.qrels(wrong))
                .isInstanceOf(MeasurementException.class)
                .hasMessageStartingWith(wrong + ", " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 0 d1 1              | line 2: the line has 4 fields where 6 belong",
                "1 Q0 d1 1 0.5 a b     | line 2: the line has 7 fields where 6 belong",
                "1 Q0 d1 1 high a      | line 2: the score 'high' is not a number",
                "1 Q0 d1 1 NaN a       | line 2: the score 'NaN' is not a finite decimal number",
                "1 Q0 d1 1 1e999 a     | line 2: the score '1e999' is not a finite decimal number",
                "1 Q0 d1 1 1.5f a      | line 2: the score '1.5f' is not a finite decimal number; write it like 12.5",
                "9 Q0 d9 1 3 a         | line 2: document 'd9' is returned twice for topic '9'; keep the better line."
            })
    void saysWhatIsWrongWithARun(String line, String sentence) throws IOException {
        Path wrong = file("9 Q0 d9 1 2 a\n" + line + "\n");

        assertThatThrownBy(() -> TrecFiles.run(wrong))
                .isInstanceOf(MeasurementException.class)
                .hasMessageStartingWith(wrong + ", " + sentence);
    }

    @Test
    void refusesFilesThatAreNone() throws IOException {
        assertThatThrownBy(() -> TrecFiles.run(folder.resolve("absent"))).hasMessageStartingWith("There is no file ");
        assertThatThrownBy(() -> TrecFiles.run(folder)).hasMessageStartingWith(folder + " is a folder");
        assertThatThrownBy(() -> TrecFiles.qrels(file(" \n# nothing\n"))).hasMessageContaining("holds no line");
        assertThatThrownBy(() -> TrecFiles.run(file(""))).hasMessageContaining("holds no line");
        assertThatThrownBy(() -> TrecFiles.run(file("x".repeat(5_000))))
                .hasMessageContaining("line 1: the line is longer than 4096 bytes");
    }

    @Test
    void showsNoSignsThatATerminalObeys() throws IOException {
        Path wrong = file("1 Q0 d1 1 \u001b[31mred a\n");

        assertThatThrownBy(() -> TrecFiles.run(wrong)).hasMessageContaining("'?[31mred'");
    }

    @Test
    void survivesBytesThatAreNoText() throws IOException {
        Path wrong = folder.resolve("binary");
        Files.write(wrong, new byte[] {(byte) 0xFF, 0, (byte) 0xC3, '\n', 'a', 'b', ' ', (byte) 0x80, 'x'});

        assertThatThrownBy(() -> TrecFiles.run(wrong)).hasMessageContaining("line 1: the line has 1 field");
    }

    @Test
    void keepsIdsBeyondAscii() throws IOException {
        Path given = folder.resolve("ids");
        Files.writeString(given, "frage-ä Q0 文書 1 1 läufer\n", StandardCharsets.UTF_8);

        Run run = TrecFiles.run(given);

        assertThat(run.name()).isEqualTo("läufer");
        assertThat(run.topics()).isEqualTo(Map.of("frage-ä", new Ranking(List.of("文書"))));
    }
}
