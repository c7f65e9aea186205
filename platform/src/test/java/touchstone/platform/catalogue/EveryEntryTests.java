package touchstone.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Question;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Role;

/** Every entry that ships has a page that shows it. */
class EveryEntryTests extends CatalogueTest {

    private static final Path SHOWN = Path.of("target", "pages");

    @Autowired
    private CoreCatalogue core;

    /** R-STAGE-11, R-STAGE-12, R-SCORE-1: roles, levels, anchors and questions are there to be read. */
    @Test
    void isShown() throws Exception {
        Browser browser = signedIn(a(Role.HIRING_MANAGER));
        Map<String, String> pages = new HashMap<>();
        List<Entry> entries = core.catalogue().entries();
        assertThat(entries).hasSizeGreaterThan(450);
        for (Entry entry : entries) {
            String path = EntryLink.of(entry).path();
            String page = pages.computeIfAbsent(path.replaceFirst("#.*", ""), one -> page(browser, one));
            assertThat(page).as(path).contains(escaped(entry.title()));
            if (path.contains("#")) {
                assertThat(page).contains("id=\"" + path.replaceFirst(".*#", "") + "\"");
            }
        }
        for (Question question : core.catalogue().questions()) {
            String page = pages.getOrDefault("/catalogue/questions/" + question.id(), "");
            assertThat(page)
                    .contains("class=\"said\"")
                    .contains(escaped(question.guide().intent()));
        }
        for (String path : List.of("/catalogue", "/catalogue?q=retrieval", "/catalogue/questions?role=ai-engineer")) {
            pages.put(path, page(browser, path));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = SHOWN.resolve(page.getKey().replaceAll("[^a-z0-9-]+", "_") + ".html");
            Files.createDirectories(SHOWN);
            Files.writeString(file, page.getValue());
        }
    }

    @Test
    void saysThatAnUnknownOneIsMissing() {
        Browser browser = signedIn(a(Role.INTERVIEWER));
        for (String kind : List.of("competencies", "roles", "questions", "plans")) {
            HttpResponse<String> answer = browser.get("/catalogue/" + kind + "/no-such-thing");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("no entry with this address");
        }
    }

    private static String page(Browser browser, String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body())
                .as(path)
                .contains("</html>")
                .doesNotContain("Optional[", "${", "@template", "@if", "@for", "[Bar[", "null</");
        return answer.body();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
