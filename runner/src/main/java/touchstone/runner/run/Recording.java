package touchstone.runner.run;

import java.util.List;
import touchstone.runner.Outcome;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * All that a run leaves behind: enough to score it and to report on it, now or years later.
 *
 * @param programOutput the end of what the program printed
 */
public record Recording(Outcome outcome, RunLog log, Session session, List<LedgerEntry> ledger, String programOutput) {

    public Recording {
        ledger = List.copyOf(ledger);
    }

    /** The calls that the solution made; the runner's own reference calls are left out. */
    public List<LedgerEntry> solutionCalls() {
        return ledger.stream()
                .filter(entry -> !entry.request().phase().equals(ReferenceProbe.PHASE))
                .toList();
    }

    Recording withOutcome(Outcome changed) {
        Session changedSession = new Session(
                changed.code(),
                changed.cause(),
                session.touchstoneVersion(),
                session.sandbox(),
                session.solutionDigest(),
                session.machine(),
                session.referenceMillis(),
                session.notes());
        return new Recording(changed, log, changedSession, ledger, programOutput);
    }
}
