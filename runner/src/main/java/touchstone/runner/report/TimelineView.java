package touchstone.runner.report;

import java.util.List;

/** The requests and model calls of a run, drawn. Positions are units of an SVG that is 1000 wide. */
record TimelineView(
        String summary,
        String note,
        Frame frame,
        List<Band> bands,
        List<Dot> dots,
        List<Lane> lanes,
        List<Sort> legend,
        List<PhaseRow> phases) {

    /** @param deadlineY where the deadline stands; negative when items differ in it */
    record Frame(
            double left,
            double right,
            double top,
            double bottom,
            double height,
            List<Tick> seconds,
            List<Tick> latencies,
            double deadlineY) {}

    record Tick(double at, String label) {}

    /** @param fault what was wrong; empty when nothing was */
    record Band(double x, double width, String label, String title, String fault) {}

    record Dot(double x, double y, Sort sort, String title) {}

    /** Calls that ended in the same way: one path with a tick for each. */
    record Lane(String label, String style, double y, String path, int calls) {}

    /** One line of the table beneath the drawing. */
    record PhaseRow(String title, String fault, List<String> counts) {}

    /** How a request ended. Each has its own shape and colour. */
    enum Sort {
        ANSWERED("answered", "answered in time"),
        LATE("late", "answered late"),
        ERROR("error", "answered with an error"),
        NO_REPLY("silent", "no reply");

        final String style;
        final String label;

        Sort(String style, String label) {
            this.style = style;
            this.label = label;
        }
    }
}
