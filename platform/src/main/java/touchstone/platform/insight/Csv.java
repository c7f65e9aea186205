package touchstone.platform.insight;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import touchstone.platform.shared.Refusal;

/** A CSV file that somebody sends: its head names the columns, and nothing is taken over unless every line can be. */
final class Csv {

    private static final int MOST_LINES = 100_000;

    private Csv() {}

    /**
     * The lines under the head.
     *
     * @throws Refusal when a column is missing, there is no line, or a line cannot be read; it says which
     */
    static List<NamedCsvRecord> lines(String text, List<String> columns) {
        List<NamedCsvRecord> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : reader) {
                Set<String> missing = new LinkedHashSet<>(columns);
                missing.removeAll(line.getHeader());
                if (!missing.isEmpty()) {
                    throw Refusal.invalid(
                            "insight.import.columns", String.join(", ", missing), String.join(",", columns));
                }
                lines.add(line);
                if (lines.size() > MOST_LINES) {
                    throw Refusal.invalid("insight.import.too-long", MOST_LINES);
                }
            }
        } catch (CsvParseException | java.io.UncheckedIOException unreadable) {
            throw Refusal.invalid("insight.import.unreadable", lines.size() + 2);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException("text in memory cannot fail to be read", impossible);
        }
        if (lines.isEmpty()) {
            throw Refusal.invalid("insight.import.empty", String.join(",", columns));
        }
        return lines;
    }

    /** A field, stripped. */
    static String field(NamedCsvRecord line, String column, int most) {
        String value = line.findField(column).orElse("").strip();
        if (value.isEmpty() || value.length() > most) {
            throw Refusal.invalid("insight.import.field", line.getStartingLineNumber(), column, most);
        }
        return value;
    }
}
