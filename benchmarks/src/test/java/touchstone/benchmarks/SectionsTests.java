package touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionsTests {

    @TempDir
    Path folder;

    @Test
    void replacesItsOwnSectionAndNothingElse() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), """
            # Page

            by hand

            <!-- one: begin -->
            old $1
            <!-- one: end -->

            <!-- other one: begin -->
            stays
            <!-- other one: end -->
            below
            """);

        Sections.write(page, "one", "new $2\n");

        assertThat(Files.readString(page)).isEqualTo("""
            # Page

            by hand

            <!-- one: begin -->
            new $2
            <!-- one: end -->

            <!-- other one: begin -->
            stays
            <!-- other one: end -->
            below
            """);
        assertThat(Sections.in(Files.readString(page)))
                .startsWith("<!-- one: begin -->\nnew $2\n<!-- one: end -->\n\n<!-- other one: begin -->\n")
                .doesNotContain("by hand", "below");
    }

    @Test
    void appendsASectionThatIsNotThere() throws IOException {
        Path page = folder.resolve("page.md");

        Sections.write(page, "one", "1\n");
        Sections.write(page, "two", "2\n");

        assertThat(Files.readString(page))
                .isEqualTo("<!-- one: begin -->\n1\n<!-- one: end -->\n\n<!-- two: begin -->\n2\n<!-- two: end -->\n");
        assertThat(Sections.in("# no section\n")).isEmpty();
    }
}
