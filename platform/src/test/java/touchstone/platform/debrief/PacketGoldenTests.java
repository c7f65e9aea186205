package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.content.Level;
import touchstone.platform.shared.Role;

/**
 * The words of the packet, line by line. Times, ids and digests are left out. {@code -Dgolden.accept=true} writes the file
 * again.
 */
class PacketGoldenTests extends DebriefTest {

    private static final Path GOLDEN = Path.of("src/test/resources/touchstone/platform/debrief/packet.txt");

    @Test
    void saysWhatItAlwaysSaid() throws IOException {
        UUID application = passing();
        as(omar, () -> opinions.give(application, false, Level.SENIOR, "Thin on operations."));
        UUID veto = as(bea, () -> vetoes.cast(application, "Copies designs without measuring."));
        as(bea, () -> {
            vetoes.lift(application, veto, "Saw the measurements afterwards.");
            return true;
        });
        UUID card = view(ivy, application).ratings().orElseThrow().matrix().columns().stream()
                .filter(column -> column.author().account().equals(ivy.id()))
                .findFirst()
                .orElseThrow()
                .scorecard()
                .orElseThrow()
                .id();
        as(ivy, () -> scorecards.correct(card, content(new Ratings(4, 5, 3)), "Read my notes once more."));
        decide(application, Decision.Outcome.HIRE, "");

        String words = words(browser(a(Role.RECRUITER))
                .get("/applications/" + application + "/packet")
                .body());

        if (Boolean.getBoolean("golden.accept")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, words);
        }
        assertThat(words)
                .as("accept a wanted change with -Dgolden.accept=true")
                .isEqualTo(Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "");
    }

    /** What is read on the page, one line for each element that holds words. */
    private static String words(String page) {
        String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        return main.replaceAll("(?s)</?(span|strong|code|br|a|em)\\b[^>]*>", " ")
                        .replaceAll("(?s)<svg.*?</svg>", "")
                        .replaceAll("<[^>]+>", "\n")
                        .replaceAll("AI engineer [0-9a-f-]{36}", "AI engineer")
                        .replaceAll("\\b([0-9a-f]{64}|[0-9a-f]{16})\\b", "(digest)")
                        .replaceAll("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d [\\w/]+", "(time)")
                        .replaceAll("\\d+ (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\w* \\d{4}", "(day)")
                        .lines()
                        .map(line -> line.strip().replaceAll("\\s+", " "))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
