package touchstone.runner.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.Figure;
import touchstone.runner.report.PageView.Bar;
import touchstone.runner.report.PageView.Closing;
import touchstone.runner.report.PageView.Header;
import touchstone.runner.report.PageView.Row;
import touchstone.runner.run.RunLog;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * The report as one self-contained page, for people: first for a hiring manager who is not an engineer, then for the
 * interviewer. It needs no network and no script, and can be opened from a folder, printed and sent.
 */
public final class ReportPage {

    private static final int TEXT_LENGTH = 2_000;

    private ReportPage() {}

    /**
     * The whole page as HTML. Texts that a solution could influence are escaped, clipped and free of control characters.
     *
     * @param figures those that the lab adds to this run
     */
    public static String render(Report report, List<Figure> figures, RunLog log, List<LedgerEntry> ledger) {
        return Visible.of(html(view(report, figures, log, ledger)));
    }

    /** Templates take null for "no interceptor"; jte does not annotate it. */
    @SuppressWarnings("NullAway")
    private static String html(PageView view) {
        StringOutput html = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(html), null, view);
        return html.toString();
    }

    private static PageView view(Report report, List<Figure> figures, RunLog log, List<LedgerEntry> ledger) {
        return new PageView(
                css(),
                header(report),
                Advice.panel(report.outcome()),
                Headlines.of(report),
                Competencies.of(report.criteria()).stream().map(ReportPage::bar).toList(),
                new Cards(log, ledger).of(report.criteria()),
                new PageView.Pictures(Drawings.of(figures), Timelines.of(log, ledger)),
                closing(report));
    }

    private static String css() {
        try (InputStream stream = ReportPage.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new RunnerException("report.css is missing beside ReportPage; build the runner again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RunnerException("report.css beside ReportPage cannot be read; build the runner again", e);
        }
    }

    private static Header header(Report report) {
        RunLog.Header subject = report.subject();
        return new Header(
                Figures.title(subject.lab()),
                Advice.words(report.outcome()),
                List.of(
                        row("Date", Figures.date(subject.startedAt())),
                        row("Seed", Long.toString(subject.seed())),
                        row("Form", subject.quick() ? "short day, for practice" : "full day"),
                        row("Lab version", subject.labVersion()),
                        row("Grading version", Integer.toString(subject.gradingVersion()))));
    }

    private static Bar bar(Competencies.Share share) {
        return new Bar(
                Figures.title(share.id()),
                Long.toString(Math.round(share.score())),
                Figures.percent(share.score()),
                Figures.points(share.points()) + " of " + Figures.points(share.maxPoints()) + " points");
    }

    private static Closing closing(Report report) {
        return new Closing(
                report.cost().calls() == 0 ? List.of() : economy(report.cost(), report.latency()),
                Double.isFinite(report.latency().relativeP50())
                        ? "The typical reply took "
                                + Figures.number(report.latency().relativeP50())
                                + " times as long as a direct call to the simulated model on the same machine in the"
                                + " same session. Only this ratio is comparable between machines."
                        : "",
                report.followUps().stream()
                        .map(text -> Figures.clip(text, TEXT_LENGTH))
                        .toList(),
                provenance(report),
                report.provenance().notes().stream()
                        .map(text -> Figures.clip(text, TEXT_LENGTH))
                        .toList());
    }

    private static List<Row> economy(Report.Cost cost, Report.Latency latency) {
        return List.of(
                new Row("Spend", Figures.whole(cost.totalMicros()), "micro-units of the simulated currency"),
                new Row("Spend per answered request", Figures.number(cost.microsPerAnswer()), "micro-units"),
                new Row("Calls to the simulated model", Figures.whole(cost.calls()), ""),
                new Row("Tokens in", Figures.whole(cost.inputTokens()), ""),
                new Row("Tokens out", Figures.whole(cost.outputTokens()), ""),
                new Row("Typical reply", Figures.millis(latency.p50()), "half of the answered requests were quicker"),
                new Row("Slow reply", Figures.millis(latency.p95()), "1 in 20 took longer"),
                new Row("Slowest replies", Figures.millis(latency.p99()), "1 in 100 took longer"),
                new Row("Direct call, for reference", Figures.millis(latency.referenceP50()), "typical, same session"));
    }

    private static List<Row> provenance(Report report) {
        Report.Provenance provenance = report.provenance();
        List<Row> rows = new ArrayList<>();
        rows.add(row("Model", "simulated; no real model was called"));
        rows.add(row("Touchstone", provenance.touchstoneVersion()));
        rows.add(row("Sandbox", provenance.sandbox()));
        rows.add(row("Solution, SHA-256", provenance.solutionDigest()));
        rows.add(row("Machine", provenance.machine()));
        rows.add(new Row(
                "Driver's lateness",
                Figures.millis(provenance.driverLatenessP99Millis()),
                "99 of 100 requests were sent no later"));
        rows.add(new Row(
                "Simulator's lateness",
                Figures.millis(provenance.simulatorLatenessP99Millis()),
                "99 of 100 replies began no later than planned"));
        return rows;
    }

    private static Row row(String name, String value) {
        return new Row(name, Figures.clip(value, TEXT_LENGTH), "");
    }
}
