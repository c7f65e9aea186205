package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
                    && rows.stream().allMatch(row -> row.get(column).matches("|[<-]?\\s?[-\\d.,]+( %| to [-\\d.,]+)?"));
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

    private static void wrap(StringBuilder text, String sentence) {
        int length = 0;
        for (String word : sentence.split(" ", -1)) {
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
        int[] widths = new int[grid.header().size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = grid.header().get(column).length();
            for (List<String> row : grid.rows()) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        line(text, grid, grid.header(), widths);
        grid.rows().forEach(row -> line(text, grid, row, widths));
    }

    private static void line(StringBuilder text, Grid grid, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String space = " ".repeat(widths[column] - cells.get(column).length());
            line.append("  ").append(grid.numeric(column) ? space + cells.get(column) : cells.get(column) + space);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
