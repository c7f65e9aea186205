package touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import touchstone.cli.measure.Found;
import touchstone.cli.measure.Page;

/** Options of every {@code measure} command about its result. */
final class MeasureOutput {

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write one HTML page with tables and plots.")
    private Optional<Path> html = Optional.empty();

    int print(Surroundings surroundings, Found found) {
        if (html.isPresent()) {
            write(html.get(), Page.of(found.report()));
            surroundings.err().println("Page: " + html.get());
        }
        surroundings
                .out()
                .print(
                        json
                                ? JsonMapper.shared().writeValueAsString(found.document()) + "\n"
                                : found.report().text());
        return 0;
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException unwritable) {
            throw new BadInputException(
                    "The page cannot be written to " + file + " (--html); name a file in a folder that" + " exists.");
        }
    }
}
