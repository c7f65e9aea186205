package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import touchstone.plots.Caption;

/**
 * What a command found, for people: the same content as text and as a page.
 *
 * @param title what was measured
 * @param lead sentences that come first: what was read, what was assumed
 * @param sections parts in the order of reading
 */
public record Report(String title, List<String> lead, List<Section> sections) {

    /**
     * One part.
     *
     * @param sentences what the numbers mean
     * @param grid the numbers
     * @param figures drawings for the page; the text leaves them out
     */
    public record Section(String heading, List<String> sentences, Optional<Grid> grid, List<Figure> figures) {

        /** A part without a drawing. */
        public static Section of(String heading, List<String> sentences, Grid grid) {
            return new Section(heading, sentences, Optional.of(grid), List.of());
        }

        /** A part of sentences only. */
        public static Section of(String heading, String... sentences) {
            return new Section(heading, List.of(sentences), Optional.empty(), List.of());
        }

        /** The same with a drawing. */
        public Section with(Figure figure) {
            List<Figure> more = new ArrayList<>(figures);
            more.add(figure);
            return new Section(heading, sentences, grid, List.copyOf(more));
        }
    }

    /**
     * A drawing.
     *
     * @param svg its SVG
     */
    public record Figure(Caption caption, String svg) {}

    /**
     * A table.
     *
     * @param header names of the columns
     * @param rows cells, as many in each row as the header has
     */
    public record Grid(List<String> header, List<List<String>> rows) {

        private static final Pattern NUMBER = Pattern.compile("|[<>-]?\\s?[-\\d.,]+( %| to [-\\d.,]+)?");

        /** An empty table; rows are added. */
        public static Grid of(String... header) {
            return new Grid(List.of(header), new ArrayList<>());
        }

        /** Adds a row. */
        public Grid row(String... cells) {
            if (cells.length != header.size()) {
                throw new IllegalArgumentException("a row of " + header + " has " + cells.length + " cells");
            }
            rows.add(Arrays.asList(cells));
            return this;
        }

        /** Whether all cells of a column are numbers or ranges of numbers, so that they stand at the right. */
        public boolean numeric(int column) {
            return !rows.isEmpty()
                    && rows.stream()
                            .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
        }
    }

    /** The report for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        lead.forEach(sentence -> wrap(text, sentence));
        for (Section section : sections) {
            if (section.grid().isEmpty() && !section.figures().isEmpty()) {
                continue;
            }
            text.append('\n').append(section.heading()).append('\n');
            section.grid().ifPresent(grid -> table(text, grid));
            section.sentences().forEach(sentence -> wrap(text, sentence));
        }
        return text.toString();
    }

    private static final int WIDTH = 110;
    private static final int WIDEST_CELL = 120;

    /** Names come from a stranger's file: a terminal obeys none of their signs, and no word breaks the page. */
    private static void wrap(StringBuilder text, String sentence) {
        int length = 0;
        for (String raw : sentence.split(" ", -1)) {
            String word = Texts.clip(raw, WIDEST_CELL);
            if (length > 0 && length + 1 + word.length() > WIDTH) {
                text.append('\n');
                length = 0;
            }
            text.append(length == 0 ? "  " : " ").append(word);
            length += word.length() + 1;
        }
        text.append('\n');
    }

    private static void table(StringBuilder text, Grid grid) {
        int columns = grid.header().size();
        List<List<String>> lines = new ArrayList<>(List.of(grid.header()));
        for (List<String> row : grid.rows()) {
            lines.add(row.stream().map(cell -> Texts.clip(cell, WIDEST_CELL)).toList());
        }
        int[] widths = IntStream.range(0, columns)
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        boolean[] right = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            right[column] = grid.numeric(column);
        }
        for (List<String> cells : lines) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String space = " ".repeat(widths[column] - cells.get(column).length());
                line.append("  ").append(right[column] ? space + cells.get(column) : cells.get(column) + space);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
