package touchstone.runner.report;

import java.util.List;
import touchstone.runner.run.RunLog;
import touchstone.simulator.ledger.LedgerEntry;

/** The report as one self-contained page, for people. */
public final class ReportPage {

    private ReportPage() {}

    /** The whole page. */
    public static String render(Report report, RunLog log, List<LedgerEntry> ledger) {
        return report.subject().lab() + log.items().size() + ledger.size();
    }
}
