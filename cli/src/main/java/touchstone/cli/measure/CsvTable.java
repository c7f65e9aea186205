package touchstone.cli.measure;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import touchstone.measurement.MeasurementException;

/**
 * A CSV file with a header: UTF-8, fields parted by comma, semicolon or tab, whichever the header has most of. Every complaint
 * names file and line. A field that is empty, {@code NA} or {@code -} holds nothing.
 */
public final class CsvTable {

    private static final int MOST_ROWS = 20_000_000;

    private final String file;
    private final List<String> header;
    private final List<Row> rows;

    private CsvTable(String file, List<String> header, List<Row> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    /** One line of the file. */
    public final class Row {

        private final long line;
        private final String[] fields;

        private Row(long line, String[] fields) {
            this.line = line;
            this.fields = fields;
        }

        /** Where the row stands: {@code file:line}. */
        public String place() {
            return file + ":" + line;
        }

        /** What a column holds; empty for nothing. */
        public String text(int column) {
            return fields[column];
        }

        /** A name that must be there. */
        public String name(int column) {
            if (fields[column].isEmpty()) {
                throw new MeasurementException(
                        place() + ": the column '" + header.get(column) + "' is empty; every row needs it.");
            }
            return fields[column];
        }

        /** A finite number, or nothing. */
        public OptionalDouble number(int column) {
            if (fields[column].isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double value = Double.parseDouble(fields[column]);
                if (Double.isFinite(value)) {
                    return OptionalDouble.of(value);
                }
            } catch (NumberFormatException _) {
                // said below, like a number that is not finite
            }
            throw new MeasurementException(place() + ": '" + Texts.clip(fields[column]) + "' in the column '"
                    + header.get(column) + "' is no finite number; write one such as 4 or 3.5, or leave it empty.");
        }

        /** A count from 0 to a billion that must be there. */
        public int count(int column) {
            double value = number(column).orElse(-1);
            if (value < 0 || value > 1e9 || value != Math.rint(value)) {
                throw new MeasurementException(place() + ": '" + Texts.clip(fields[column]) + "' in the column '"
                        + header.get(column) + "' is no count; write a whole number, 0 or more.");
            }
            return (int) value;
        }
    }

    /** Reads a file. */
    public static CsvTable read(Path path) {
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            throw new MeasurementException(path + " is a folder; name a CSV file in it.");
        }
        if (!Files.isRegularFile(path)) {
            throw new MeasurementException("There is no file " + path + ".");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(path))
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(path)) {
            return read(name, reader);
        } catch (CsvParseException broken) {
            throw new MeasurementException(name + " is no CSV file: " + firstLine(broken), broken);
        } catch (AccessDeniedException forbidden) {
            throw new MeasurementException("You may not read " + path + "; change who may (chmod).", forbidden);
        } catch (UncheckedIOException | IOException unreadable) {
            throw new MeasurementException(name + " cannot be read as UTF-8 text.", unreadable);
        }
    }

    private static String firstLine(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").replaceAll("\\p{C}", "?") + ".";
    }

    private static char separator(Path path) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            String first = Optional.ofNullable(reader.readLine()).orElse("");
            char best = ',';
            for (char sign : new char[] {';', '\t'}) {
                best = count(first, sign) > count(first, best) ? sign : best;
            }
            return best;
        } catch (CharacterCodingException wrong) {
            throw new MeasurementException(path.getFileName() + " is not UTF-8 text; save it as CSV in UTF-8.", wrong);
        }
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private static CsvTable read(String file, CsvReader<CsvRecord> reader) {
        List<String> header = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        CsvTable table = new CsvTable(file, header, rows);
        Map<String, String> known = new HashMap<>();
        for (CsvRecord found : reader) {
            if (header.isEmpty()) {
                found.getFields().forEach(field -> header.add(field.strip()));
            } else if (found.getFieldCount() != header.size()) {
                throw new MeasurementException(file + ":" + found.getStartingLineNumber() + ": the line has "
                        + Texts.count(found.getFieldCount(), "field") + ", the header has " + header.size()
                        + "; put a field that holds a comma into double quotes, and close every quote.");
            } else if (rows.size() == MOST_ROWS) {
                throw new MeasurementException(file + " has more than " + MOST_ROWS + " rows.");
            } else {
                String[] fields = new String[header.size()];
                for (int i = 0; i < fields.length; i++) {
                    String field = found.getField(i).strip();
                    boolean nothing = field.equals("NA") || field.equals("-");
                    fields[i] = nothing ? "" : known.computeIfAbsent(field, same -> same);
                }
                rows.add(table.new Row(found.getStartingLineNumber(), fields));
            }
        }
        if (rows.isEmpty()) {
            throw new MeasurementException(
                    file + " has no rows; the first line must be a header, and rows must follow.");
        }
        return table;
    }

    /** The file's name without its folders. */
    public String file() {
        return file;
    }

    /** Names of the columns. */
    public List<String> header() {
        return List.copyOf(header);
    }

    /** Lines after the header. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The column that a person named, or else the first one whose name is among the usual ones.
     *
     * @param named what stands in the option, empty when it was not given
     * @param option the option's name, for messages
     * @param usual names to look for, in lower case
     */
    public Optional<Integer> find(String named, String option, List<String> usual) {
        if (!named.isEmpty()) {
            int column = header.indexOf(named);
            if (column < 0) {
                throw new MeasurementException("There is no column '" + named + "' in " + file + " (" + option
                        + "); there are: " + String.join(", ", header) + ".");
            }
            return Optional.of(only(column));
        }
        for (String name : usual) {
            for (int column = 0; column < header.size(); column++) {
                if (header.get(column).toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(only(column));
                }
            }
        }
        return Optional.empty();
    }

    /** A column whose name no other column has, so that nobody wonders which one was read. */
    private int only(int column) {
        String name = header.get(column);
        if (header.lastIndexOf(name) != header.indexOf(name)) {
            throw new MeasurementException(
                    file + ":1: two columns are called '" + name + "'; rename the one that is not meant.");
        }
        return column;
    }

    /** Like {@link #find}, and says what to do where there is none. */
    public int require(String named, String option, List<String> usual) {
        return find(named, option, usual)
                .orElseThrow(() -> new MeasurementException("There is no column called " + String.join(", ", usual)
                        + " in " + file + ", only: " + String.join(", ", header) + "; name it with " + option + "."));
    }
}
