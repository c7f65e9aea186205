package touchstone.runner.report;

import java.util.List;

/** A figure of a lab, laid out. Positions are percent of the drawing's width and height, so that it fits every page. */
sealed interface FigureView {

    /** Unique in the page. */
    String id();

    String title();

    String caption();

    /** @param axis ticks beneath the bars */
    record Bars(String id, String title, String caption, String unit, List<BarRow> rows, List<Axis.Tick> axis)
            implements FigureView {}

    /** @param interval in words; empty where there is none */
    record BarRow(String label, Bar bar, String value, String interval, String count) {

        /** @param from where the bar begins; one of its ends stands at 0 */
        record Bar(double from, double width, double low, double high, boolean ranged) {}
    }

    /** @param summary says the picture in words */
    record Curve(
            String id, String title, String caption, String summary, Frame frame, List<CurveLine> lines, Table table)
            implements FigureView {}

    record Frame(String x, String y, List<Axis.Tick> across, List<Axis.Tick> upwards) {}

    /**
     * @param style number of its colour and dashes, from 0
     * @param dots a mark on each point; empty when they are too many to tell apart
     */
    record CurveLine(String label, int style, String path, String dots) {}

    /** @param summary says the picture in words */
    record Dots(
            String id,
            String title,
            String caption,
            String summary,
            String x,
            List<Lane> lanes,
            List<Axis.Tick> axis,
            Table table)
            implements FigureView {}

    /** @param height in pixels */
    record Lane(String label, boolean good, int height, List<Mark> marks) {}

    /** @param y in pixels of the lane */
    record Mark(double x, double y, String title) {}

    /** @param note says when rows were left out; may be empty */
    record Table(List<String> columns, List<List<String>> rows, String note) {}

    record Cases(String id, String title, String caption, List<CaseView> cases) implements FigureView {}

    /** @param prompt empty when the model was not asked */
    record CaseView(String item, String question, String expected, String given, String prompt) {}
}
