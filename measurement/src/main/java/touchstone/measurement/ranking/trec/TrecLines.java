package touchstone.measurement.ranking.trec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import touchstone.measurement.MeasurementException;

/**
 * A file's lines, one after the other, cut into fields. It works on bytes because a file of a million lines is usual, and a
 * text for each line would cost more than all the measures.
 */
final class TrecLines {

    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_LINE = 4_096;
    private static final int MOST_SHOWN = 40;
    private static final int KEPT_FIELDS = 6;

    private final Path file;
    private final String form;
    private final byte[] text;
    private final int[] starts = new int[KEPT_FIELDS];
    private final int[] ends = new int[KEPT_FIELDS];
    private int fields;
    private int position;
    private int line;
    private String topic = "";
    private byte[] topicBytes = {};

    private TrecLines(Path file, String form, byte[] text) {
        this.file = file;
        this.form = form;
        this.text = text;
    }

    /** @param form what a line looks like, for messages */
    static TrecLines read(Path file, String form) {
        if (!Files.isRegularFile(file)) {
            throw new MeasurementException(
                    (Files.isDirectory(file) ? file + " is a folder" : "There is no file " + file)
                            + "; name a file with lines '" + form + "'.");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new MeasurementException(
                        file + " is larger than 256 MiB; cut each topic's ranking, for example after rank 1000.");
            }
            return new TrecLines(file, form, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new MeasurementException(
                    file + " cannot be read (" + unreadable.getMessage() + "); check its permissions.", unreadable);
        }
    }

    String form() {
        return form;
    }

    /** Goes to the next line that holds something; false at the end. */
    boolean next() {
        while (position < text.length) {
            int start = position;
            int end = start;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            position = end + 1;
            line++;
            if (end - start > MOST_LINE) {
                throw wrong(
                        "the line is longer than " + MOST_LINE + " bytes; this is no file with lines '" + form + "'");
            }
            if (start < end && text[start] == '#') {
                continue;
            }
            cut(start, end);
            if (fields > 0) {
                return true;
            }
        }
        return false;
    }

    private void cut(int start, int end) {
        fields = 0;
        int at = start;
        while (at < end) {
            while (at < end && isBlank(text[at])) {
                at++;
            }
            int from = at;
            while (at < end && !isBlank(text[at])) {
                at++;
            }
            if (at > from) {
                if (fields < KEPT_FIELDS) {
                    starts[fields] = from;
                    ends[fields] = at;
                }
                fields++;
            }
        }
    }

    private static boolean isBlank(byte sign) {
        return sign == ' ' || (sign >= '\t' && sign <= '\r');
    }

    /** Refuses a line with another number of fields. */
    void needFields(int count) {
        if (fields != count) {
            throw wrong("the line has " + fields + (fields == 1 ? " field" : " fields") + " where " + count
                    + " belong; write '" + form + "'");
        }
    }

    /** A field of the line, counted from 0. */
    String field(int index) {
        return new String(text, starts[index], ends[index] - starts[index], StandardCharsets.UTF_8);
    }

    /** The first field; the same object as before while it does not change. */
    String topic() {
        if (!Arrays.equals(text, starts[0], ends[0], topicBytes, 0, topicBytes.length)) {
            topicBytes = Arrays.copyOfRange(text, starts[0], ends[0]);
            topic = field(0);
        }
        return topic;
    }

    /** A field for a message: short, without signs that a terminal obeys. */
    String shown(int index) {
        String whole = field(index).replaceAll("[^\\P{C}]", "?");
        return whole.length() <= MOST_SHOWN ? whole : whole.substring(0, MOST_SHOWN) + "...";
    }

    /** What is wrong with this line. */
    MeasurementException wrong(String what) {
        return new MeasurementException(file + ", line " + line + ": " + what + ".");
    }

    /** What is wrong with a file that holds nothing. */
    MeasurementException empty() {
        return new MeasurementException(file + " holds no line; it needs lines '" + form + "'.");
    }
}
