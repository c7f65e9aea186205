package touchstone.runner.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.run.Version;
import touchstone.runner.score.LabContent;
import touchstone.runner.score.SeedsLock;

/** Writes down that a lab was validated: the receipt in seeds.lock and the table in design.md. */
public final class Receipts {

    /** Fewer validation seeds than this earn no receipt. */
    private static final int ENOUGH_SEEDS = 10;

    private static final String FROM = "<!-- validation: begin -->";
    private static final String TO = "<!-- validation: end -->";

    private Receipts() {}

    /** Writes the table, and a receipt when every rule held over enough seeds; otherwise the lock says unvalidated. */
    public static void write(LabFolder lab, Validation validation, int seeds, InstantSource clock) {
        boolean earned = validation.valid() && seeds >= ENOUGH_SEEDS;
        String date = clock.instant().toString().substring(0, 10);
        SeedsLock.@Nullable Receipt receipt = earned
                ? new SeedsLock.Receipt(
                        LabContent.hash(lab.folder()),
                        Version.current(),
                        date,
                        Runtime.getRuntime().availableProcessors() + " processors",
                        validation.runs())
                : null;
        new SeedsLock(validation.calibration(), validation.seeds(), receipt).write(lab);
        insertTable(lab.folder().resolve("design.md"), text(validation, date));
    }

    private static String text(Validation validation, String date) {
        String rules = validation.rules().stream()
                .map(rule -> "| " + (rule.held() ? "held" : "**broken**") + " | " + rule.name() + " | " + rule.words() + " |")
                .collect(Collectors.joining("\n"));
        return "Validated on " + date + " over " + validation.seeds().size() + " seeds in " + validation.runs()
                + " runs; mean points by criterion.\n\n" + validation.table() + "\n| verdict | rule | found |\n|---|---|---|\n"
                + rules + "\n";
    }

    private static void insertTable(Path design, String text) {
        try {
            String page = Files.exists(design) ? Files.readString(design) : FROM + "\n" + TO + "\n";
            int from = page.indexOf(FROM);
            int to = page.indexOf(TO);
            if (from >= 0 && to > from) {
                Files.writeString(
                        design, page.substring(0, from + FROM.length()) + "\n" + text + page.substring(to));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + design, failed);
        }
    }
}
