package touchstone.runner.lab;

import java.util.List;

/**
 * A picture of a run that a lab adds to its report. The report draws it, says it in words and prints its numbers as a table.
 */
public sealed interface Figure {

    /** Stands above the picture. */
    String title();

    /** What is shown and how to read it, in one or two sentences. */
    String caption();

    /**
     * Values with intervals, one line each.
     *
     * @param unit of the values, as in {@link Criterion#unit}; "share of ..." is shown in percent
     */
    record Bars(String title, String caption, String unit, List<Bar> bars) implements Figure {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * @param low lower end of the value's interval; equal to the value where there is none
     * @param count of how many cases the value tells
     */
    record Bar(String label, double value, double low, double high, int count) {}

    /**
     * One or more lines over two axes.
     *
     * @param x what the horizontal axis shows, such as "share of questions answered"
     * @param y what the vertical axis shows
     */
    record Curve(String title, String caption, String x, String y, List<Line> lines) implements Figure {
        public Curve {
            lines = List.copyOf(lines);
        }
    }

    /** @param points in the order in which they are joined */
    record Line(String label, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A point of a line, in the units of the axes. */
    record Point(double x, double y) {}

    /**
     * Events that went well or badly along one axis.
     *
     * @param x what the axis shows, such as "seconds after the update"
     */
    record Dots(String title, String caption, String x, List<Dot> dots) implements Figure {
        public Dots {
            dots = List.copyOf(dots);
        }
    }

    /** @param label what happened, in a few words */
    record Dot(double x, boolean good, String label) {}

    /** Examples to read, each with the prompt that the model saw. */
    record Cases(String title, String caption, List<Case> cases) implements Figure {
        public Cases {
            cases = List.copyOf(cases);
        }
    }

    /**
     * @param item id of the item
     * @param prompt what the model was asked; empty when it was not asked
     */
    record Case(String item, String question, String expected, String given, String prompt) {}
}
