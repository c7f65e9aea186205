package touchstone.cli.measure;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A report as one page that needs no network and no script. */
public final class Page {

    private Page() {}

    /** The page as HTML; names from the file are escaped. */
    public static String of(Report report) {
        return html(report, css());
    }

    /** Templates take null for "no interceptor"; jte does not annotate it. */
    @SuppressWarnings("NullAway")
    private static String html(Report report, String css) {
        StringOutput html = new StringOutput();
        JtemeasureGenerated.render(new OwaspHtmlTemplateOutput(html), null, report, css);
        return html.toString();
    }

    private static String css() {
        try (InputStream stream = Page.class.getResourceAsStream("measure.css")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("measure.css cannot be read; build the command line again", unreadable);
        }
    }
}
