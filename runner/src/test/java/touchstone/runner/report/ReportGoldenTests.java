package touchstone.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The report of a fixed run, word for word. After a wanted change: {@code make accept}, and read the difference. */
class ReportGoldenTests {

    private static final int SHOWN_DIFFERENCES = 5;
    private static final int SHOWN_LETTERS = 160;

    @Test
    void writesTheSameJsonAsBefore() throws IOException {
        compare("report.json", ReportJson.write(ReportFixtures.scored().report()));
    }

    @Test
    void rendersTheSamePageAsBefore() throws IOException {
        compare("report.html", ReportFixtures.scored().page());
    }

    @Test
    void rendersTheSameFiguresAsBefore() throws IOException {
        String page = ReportFixtures.scored(10, 1).with(FigureFixtures.all()).page();
        int from = page.indexOf("<section aria-labelledby=\"figures\"");
        compare("figures.html", page.substring(from, page.indexOf("</section>", from)));
    }

    @Test
    void rendersTheSamePageOfAFailureAsBefore() throws IOException {
        compare("failed.html", ReportFixtures.failed().page());
    }

    private static void compare(String name, String actual) throws IOException {
        Path golden = Path.of(Objects.requireNonNull(System.getProperty("golden.folder"), "golden.folder"), name);
        if (Boolean.getBoolean("golden.accept")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(golden).as("run `make accept` to record it").exists();
        String expected = Files.readString(golden);
        if (!expected.equals(actual)) {
            fail(name + " differs. If this is wanted: make accept\n"
                    + difference(expected.lines().toList(), actual.lines().toList()));
        }
    }

    private static String difference(List<String> expected, List<String> actual) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < Math.max(expected.size(), actual.size()) && shown < SHOWN_DIFFERENCES; i++) {
            String before = i < expected.size() ? expected.get(i) : "(no such line)";
            String after = i < actual.size() ? actual.get(i) : "(no such line)";
            if (!before.equals(after)) {
                text.append("line ")
                        .append(i + 1)
                        .append("\n- ")
                        .append(clip(before))
                        .append("\n+ ");
                text.append(clip(after)).append('\n');
                shown++;
            }
        }
        return text.toString();
    }

    private static String clip(String line) {
        return line.length() <= SHOWN_LETTERS ? line : line.substring(0, SHOWN_LETTERS) + "...";
    }
}
