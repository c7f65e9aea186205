package touchstone.platform.catalogue.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import touchstone.platform.catalogue.CatalogueTest;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Role;

/** The organisation's own pack in the browser. */
class PackPagesTests extends CatalogueTest {

    private static final String EDIT = "/catalogue/pack/edit";

    @Test
    void copiesAnEntryChangesItAndUndoes() throws Exception {
        Browser browser = signedIn(a(Role.HIRING_MANAGER));
        String editor = browser.get(EDIT + "?from=flag:accuracy-only").body();
        assertThat(editor).contains("value=\"flags.yaml\"", "- id: accuracy-only");
        String mine = OwnPackTests.FLAG.formatted("Ours <b>");
        String preview = send(browser, "flags.yaml", mine, 0, "preview").body();
        assertThat(preview).contains("Saving changes one entry", "Ours &lt;b&gt;", "is added");
        show("pack-preview", preview);
        assertThat(send(browser, "flags.yaml", mine, 0, "save").statusCode()).isEqualTo(303);
        assertThat(browser.get("/catalogue/signals").body()).contains("Ours &lt;b&gt;");
        assertThat(send(browser, "flags.yaml", OwnPackTests.FLAG.formatted("Later"), 1, "save")
                        .statusCode())
                .isEqualTo(303);
        String list = browser.get("/catalogue/pack").body();
        assertThat(list).contains("flags.yaml is saved and in use.", "Undo");
        show("pack-list", list);
        assertThat(browser.post("/catalogue/pack/restore", "path", "flags.yaml", "wanted", "1", "version", "2")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/catalogue/signals").body())
                .contains("Ours &lt;b&gt;")
                .doesNotContain("Later");
        show("pack-edit", browser.get(EDIT + "?path=flags.yaml").body());
        assertThat(browser.post("/catalogue/pack/remove", "path", "flags.yaml", "version", "3")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/catalogue/pack").body()).contains("Removed files", EDIT + "?path=flags.yaml");
    }

    @Test
    void refusesABrokenFileInPlaceAndKeepsWhatWasTyped() throws Exception {
        Browser browser = signedIn(a(Role.ADMINISTRATOR));
        String broken = OwnPackTests.FLAG.formatted("Typed").replace("R-FLAG-3", "R-FLAG-333");
        HttpResponse<String> answer = send(browser, "flags.yaml", broken, 0, "save");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("flags.yaml, line 6: ", "title: Typed", "<textarea", "covers: [R-FLAG-333]");
        show("pack-broken", answer.body());
        assertThat(browser.get("/catalogue/signals").body())
                .doesNotContain("Typed")
                .contains("Accuracy and nothing else");
    }

    @Test
    void refusesTheSameWithHtmxAsAPartOfThePage() {
        Browser browser = signedIn(a(Role.ADMINISTRATOR));
        HttpResponse<String> answer = browser.send(
                "POST",
                EDIT,
                "path=flags.yaml&version=0&step=save&content=flags%3A+%5B%0A",
                "HX-Request",
                "true",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("flags.yaml, line").doesNotContain("<html");
    }

    @Test
    void tellsTheSecondEditorAndLosesNothing() {
        Browser browser = signedIn(a(Role.HIRING_MANAGER));
        send(browser, "flags.yaml", OwnPackTests.FLAG.formatted("First"), 0, "save");
        HttpResponse<String> late = send(browser, "flags.yaml", OwnPackTests.FLAG.formatted("Late"), 0, "save");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody else saved this file", "title: Late");
    }

    @Test
    void letsOthersReadAndNotWrite() {
        Browser browser = signedIn(a(Role.INTERVIEWER));
        assertThat(browser.get("/catalogue/pack").statusCode()).isEqualTo(200);
        assertThat(browser.get(EDIT).statusCode()).isEqualTo(403);
        assertThat(send(browser, "flags.yaml", OwnPackTests.FLAG.formatted("x"), 0, "save")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/catalogue/pack/download").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatIsMissing() {
        Browser browser = signedIn(a(Role.ADMINISTRATOR));
        assertThat(browser.get(EDIT + "?path=questions/none.yaml").statusCode()).isEqualTo(404);
        assertThat(browser.get(EDIT + "?from=question:none").statusCode()).isEqualTo(404);
        assertThat(browser.get(EDIT + "?from=nonsense").statusCode()).isEqualTo(404);
        assertThat(browser.get(EDIT + "?from=question:../../etc").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> send(Browser browser, String path, String content, int version, String step) {
        return browser.post(EDIT, "path", path, "content", content, "version", String.valueOf(version), "step", step);
    }

    private static void show(String name, String page) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), page);
    }
}
