package touchstone.platform.catalogue.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.CorePack;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Requirement;
import touchstone.platform.catalogue.CatalogueTest;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Role;

/** The list of what covers each requirement says no more than the tests show. */
class RequirementsTests extends CatalogueTest {

    private static final Catalogue CORE = CorePack.catalogue();
    private static final List<Feature> FEATURES = Features.read();

    @Test
    void namesOnlyRequirementsThatExist() {
        Set<String> known = CORE.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        assertThat(FEATURES).extracting(Feature::id).isSubsetOf(known);
    }

    @Test
    void leavesNoRequirementOut() {
        Set<String> listed = FEATURES.stream().map(Feature::id).collect(Collectors.toSet());
        for (Map.Entry<String, List<Entry>> covered : CORE.coverage().entrySet()) {
            assertThat(!covered.getValue().isEmpty() || listed.contains(covered.getKey()))
                    .as("%s has content, a feature, or is listed as not there yet", covered.getKey())
                    .isTrue();
        }
    }

    @Test
    void claimsOnlyWhatATestShows() throws IOException {
        Map<String, String> tests = tests();
        for (Feature feature : FEATURES) {
            if (feature.state() == Feature.State.HERE) {
                String test = feature.test().orElse("no test");
                assertThat(tests).as("%s is here, shown by", feature.id()).containsKey(test);
                assertThat(tests.getOrDefault(test, ""))
                        .as("%s names what it shows", test)
                        .containsPattern(feature.id() + "\\b");
            }
        }
    }

    @Test
    void showsEveryRequirementAndNarrows() {
        Browser browser = signedIn(a(Role.BAR_RAISER));
        String page = browser.get("/requirements").body();
        CORE.requirements().forEach(one -> assertThat(page).contains("<li id=\"" + one.id() + "\">"));
        assertThat(page).contains("resilient-client", "Not yet:");
        String partly = browser.get("/requirements?only=partly").body();
        assertThat(partly).contains("<li id=\"R-SYS-14\">").doesNotContain("<li id=\"R-COMP-1\">");
    }

    /** The sources of all tests of the house by their class's simple name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> found = new HashMap<>();
        try (Stream<Path> files = Files.find(Path.of(".."), 40, (file, is) -> isTest(file))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                found.merge(name, Files.readString(file), String::concat);
            }
        }
        return found;
    }

    private static boolean isTest(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith("Tests.java") && path.contains("/src/test/java/");
    }
}
