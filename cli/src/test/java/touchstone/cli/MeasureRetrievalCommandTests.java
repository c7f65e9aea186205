package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureRetrievalCommandTests {

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));
    private String qrels = "";
    private String weak = "";
    private String strong = "";

    @BeforeEach
    void writeFiles() throws IOException {
        terminal = new Terminal(folder);
        qrels = write("qrels", "1 0 a 2\n1 0 b 1\n1 0 c 0\n2 0 x 1\n3 0 y 1\n4 0 z 0\n");
        weak = write("weak", "1 Q0 c 1 3 weak\n1 Q0 b 2 2 weak\n1 Q0 a 3 1 weak\n2 Q0 x 1 1 weak\n9 Q0 x 1 1 weak\n");
        strong = write("strong", "1 Q0 a 1 3 strong\n1 Q0 b 2 2 strong\n2 Q0 x 1 1 strong\n3 Q0 y 1 1 strong\n");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private JsonNode measured(String... arguments) {
        assertThat(terminal.type(arguments)).isZero();
        assertThat(terminal.err()).isEmpty();
        return JsonMapper.builder().build().readTree(terminal.out());
    }

    private void assertRefused(int status, String... words) {
        assertThat(status).isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("touchstone: ").contains(words).doesNotContain("Exception");
        assertThat(terminal.err().strip()).doesNotContain("\n");
    }

    @Test
    void printsEachMeasureWithIntervalAndMeaning() {
        assertThat(terminal.type("measure", "retrieval", qrels, weak)).isZero();
        assertThat(terminal.out())
                .contains("4 judged topics; 2 are missing in the run and count 0")
                .contains("1 topics of the run are not judged and ignored", "1 have no relevant document and count 0")
                .containsPattern("ndcg@10 +0\\.\\d{4}  0\\.\\d{4} to 0\\.\\d{4} +how near the first 10")
                // topic 1: rank 2; topic 2: rank 1; two topics 0
                .containsPattern("mrr +0\\.3750")
                .contains("The intervals rest on 4 clusters")
                .doesNotContain("by topic", "difference");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void averagesOverAnsweredTopicsWhenAsked() {
        assertThat(terminal.type("measure", "retrieval", qrels, weak, "--only-answered"))
                .isZero();
        assertThat(terminal.out())
                .contains("2 are missing in the run and are left out")
                .containsPattern("mrr +0\\.7500");
    }

    @Test
    void comparesTwoRuns() {
        assertThat(terminal.type("measure", "retrieval", qrels, weak, strong, "--k", "1"))
                .isZero();
        // precision@1 of topics 1 to 4: weak 0 1 0 0, strong 1 1 1 0; of the sign patterns of 1, 0, 1, 0 half reach 2
        assertThat(terminal.out())
                .contains("strong minus weak, on the same topics")
                .containsPattern("precision@1 +\\+0\\.5000 .* 0\\.500 +2 / 0 / 2");
    }

    @Test
    void printsOneJsonDocument() {
        JsonNode document = measured("measure", "retrieval", qrels, weak, strong, "--json", "--per-topic");

        JsonNode first = document.path("runs").path(0);
        assertThat(first.path("name").asString()).isEqualTo("weak");
        assertThat(first.path("missing").size()).isEqualTo(2);
        assertThat(first.path("measures").path(3).path("measure").asString()).isEqualTo("mrr");
        assertThat(first.path("measures").path(3).path("mean").asDouble()).isCloseTo(0.375, within(1e-12));
        assertThat(first.path("measures").path(3).path("values").path("1").asDouble())
                .isEqualTo(0.5);
        assertThat(document.path("secondMinusFirst").path(3).path("better").asInt())
                .isEqualTo(2);
        assertThat(document.path("secondMinusFirst").size()).isEqualTo(6);
    }

    @Test
    void printsTopicsWhenAsked() {
        assertThat(terminal.type("measure", "retrieval", qrels, weak, "--per-topic"))
                .isZero();
        assertThat(terminal.out())
                .contains("weak, by topic")
                .containsPattern("(?m)^1 +0\\.\\d{4} +1\\.0000 +0\\.2000 +0\\.5000");
    }

    @Test
    void takesTopicsOfOneClusterTogether() throws IOException {
        String judged = write("worlds", "w1-1 0 a 1\nw1-2 0 a 1\nw2-1 0 a 1\nw2-2 0 a 1\n");
        String run = write("run", "w1-1 Q0 a 1 1 r\nw1-2 Q0 a 1 1 r\nw2-1 Q0 b 1 1 r\nw2-2 Q0 b 1 1 r\n");

        JsonNode document = measured("measure", "retrieval", judged, run, "--cluster-before", "-", "--json");

        assertThat(document.path("runs")
                        .path(0)
                        .path("measures")
                        .path(0)
                        .path("clusters")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void refusesMalformedFilesInOneSentence() throws IOException {
        String noRun = write("no-run", "1 Q0 a 1 3 fine\n1 Q0 b 2\n");
        assertRefused(terminal.type("measure", "retrieval", qrels, noRun), noRun, "line 2", "write 'TOPIC Q0 DOCUMENT");
        assertRefused(terminal.type("measure", "retrieval", weak, weak), "line 1", "6 fields where 4 belong");
        assertRefused(terminal.type("measure", "retrieval", qrels, "absent"), "There is no file absent");
        assertRefused(terminal.type("measure", "retrieval", qrels, weak, "--k", "0"), "--k 0", "from 1 to");
        String others = write("others", "77 Q0 a 1 3 fine\n");
        assertRefused(terminal.type("measure", "retrieval", qrels, others), "No topic of", "same topic ids");
        String only3 = write("only3", "3 Q0 y 1 3 fine\n");
        assertRefused(
                terminal.type("measure", "retrieval", qrels, weak, only3, "--only-answered"), "no topic in common");
    }
}
