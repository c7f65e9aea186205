package touchstone.runner.report;

import java.util.List;
import java.util.Optional;

/**
 * What the templates of the page render: words and positions, nothing to be computed. Texts are plain; the templates escape
 * them.
 *
 * @param css the style sheet, the only text that is not escaped
 * @param panel stands in the place of the score when nothing was scored
 */
record PageView(
        String css,
        Header header,
        Optional<Panel> panel,
        Optional<Headline> headline,
        List<Bar> competencies,
        List<Card> cards,
        Pictures pictures,
        Closing closing) {

    /**
     * @param figures those that the lab adds
     * @param timeline empty when no request was sent
     */
    record Pictures(List<FigureView> figures, Optional<TimelineView> timeline) {}

    /** @param facts date, seed and versions */
    record Header(String lab, String outcome, List<Row> facts) {}

    /** Why there is no score, and what to do. */
    record Panel(String title, String cause, List<String> advice) {}

    /** @param gates which gates failed, each of which sets the score to 0 */
    record Headline(
            String score, String interval, Scale scale, String summary, String meaning, Optional<String> gates) {}

    /** All positions in percent of the scale's width; right is better. */
    record Scale(String label, double value, double low, double high, List<Mark> marks, int rows) {

        /** @param row which line of labels it stands on, so that close labels do not overlap */
        record Mark(String name, String figure, double at, int row) {}
    }

    record Bar(String title, String score, double percent, String points) {}

    /** One criterion. */
    record Card(
            String id,
            String title,
            List<String> badges,
            Bar points,
            Optional<Measured> measured,
            String finding,
            String better,
            List<Example> examples) {}

    /** @param ratio of what the value is the share or mean, such as "2 / 18"; empty where it is neither */
    record Measured(String value, Optional<String> ratio, String interval, Optional<Scale> scale) {}

    /**
     * @param asked the request, clipped
     * @param reply what came back, clipped
     * @param note says when lines were left out; may be empty
     */
    record Example(String item, String what, String asked, String reply, List<CallLine> calls, String note) {}

    /** One line of the ledger. */
    record CallLine(String call, String at, String took, String model, String status, String fault, String tokens) {}

    record Row(String name, String value, String remark) {}

    record Closing(
            List<Row> economy, String economyNote, List<String> followUps, List<Row> provenance, List<String> notes) {}
}
