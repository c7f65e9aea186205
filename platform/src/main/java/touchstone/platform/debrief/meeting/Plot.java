package touchstone.platform.debrief.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.platform.debrief.Finding;
import touchstone.platform.debrief.Matrix;
import touchstone.platform.debrief.RuleResult;
import touchstone.platform.debrief.Standing;

/**
 * The disagreement plot, in units of its view box: one line for each competency, a labelled dot for each rating, the mean
 * and the level's bar.
 */
public record Plot(int width, int height, List<Line> lines) {

    private static final int WIDTH = 780;
    private static final int LEFT = 300;
    private static final int STEP = 100;
    private static final int TOP = 34;
    private static final int DOT = 20;
    private static final int GAP = 16;

    public Plot {
        lines = List.copyOf(lines);
    }

    /**
     * One competency.
     *
     * @param top upper edge
     * @param middle where its lowest dots lie
     * @param mean where the mean lies, when somebody rated it
     */
    public record Line(Finding finding, int top, int middle, int bar, Optional<Integer> mean, List<Dot> dots) {
        public Line {
            dots = List.copyOf(dots);
        }

        /** From the lowest to the highest rating; empty when nobody rated it. */
        public Optional<Integer> from() {
            return dots.stream().map(Dot::x).min(Integer::compare);
        }

        public Optional<Integer> to() {
            return dots.stream().map(Dot::x).max(Integer::compare);
        }

        /** Ratings with the letters of their columns, in words. */
        public String ratings() {
            return dots.isEmpty()
                    ? "–"
                    : dots.stream()
                            .map(dot -> dot.label() + " " + dot.value())
                            .collect(java.util.stream.Collectors.joining(", "));
        }
    }

    /** One rating, labelled with its column's letter. */
    public record Dot(int x, int y, int value, String label) {}

    /** The letter of a column: A for the first. */
    public static String letter(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : "A" + letter(column - 26);
    }

    /** Where a value of the scale lies. */
    public int x(double value) {
        return at(value);
    }

    static Plot of(Matrix matrix, RuleResult result) {
        List<Line> lines = new ArrayList<>();
        int top = TOP;
        for (int i = 0; i < matrix.rows().size(); i++) {
            Finding finding = result.findings().get(i);
            Map<Integer, Integer> stacked = new HashMap<>();
            List<Matrix.Cell> cells = matrix.rows().get(i).cells();
            cells.forEach(cell -> value(cell).ifPresent(value -> stacked.merge(value, 1, Integer::sum)));
            int tallest = stacked.values().stream().max(Integer::compare).orElse(1);
            int middle = top + tallest * DOT - DOT / 2;
            lines.add(new Line(finding, top, middle, at(finding.standing().bar()), mean(finding), dots(cells, middle)));
            top += tallest * DOT + GAP;
        }
        return new Plot(WIDTH, top, lines);
    }

    private static List<Dot> dots(List<Matrix.Cell> cells, int middle) {
        Map<Integer, Integer> stacked = new HashMap<>();
        List<Dot> dots = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            Optional<Integer> value = value(cells.get(column));
            if (value.isPresent()) {
                int above = stacked.merge(value.get(), 1, Integer::sum) - 1;
                dots.add(new Dot(at(value.get()), middle - above * DOT, value.get(), letter(column)));
            }
        }
        return dots;
    }

    private static Optional<Integer> value(Matrix.Cell cell) {
        return switch (cell) {
            case Matrix.Given given -> Optional.of(given.value());
            case Matrix.NotObserved none -> Optional.empty();
            case Matrix.NotAsked none -> Optional.empty();
            case Matrix.Awaited none -> Optional.empty();
        };
    }

    private static Optional<Integer> mean(Finding finding) {
        return switch (finding.standing()) {
            case Standing.Observed observed -> Optional.of(at(observed.mean()));
            case Standing.NotObserved none -> Optional.empty();
        };
    }

    private static int at(double value) {
        return (int) Math.round(LEFT + (value - 1) * STEP);
    }
}
