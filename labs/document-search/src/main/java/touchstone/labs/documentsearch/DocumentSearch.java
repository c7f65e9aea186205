package touchstone.labs.documentsearch;

import java.util.List;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Figure;
import touchstone.runner.lab.Lab;
import touchstone.runner.lab.Measure;
import touchstone.runner.run.RunLog;
import touchstone.simulator.ledger.LedgerEntry;

/** The lab's door: its day, its criteria, its measures, its pictures, its certificate. */
public final class DocumentSearch implements Lab {

    private static final List<Check> CHECKS = List.of(
            new RetrievalCheck(),
            new AnswerAccuracyCheck(),
            new CitationsCheck(),
            new AbstentionCheck(),
            new FreshnessCheck(),
            new DeletionCheck(),
            new InjectionCheck(),
            new ContextPrecisionCheck(),
            new CostCheck(),
            new LatencyCheck(),
            new RateLimitCheck(),
            new IndexingCheck(),
            new DurabilityCheck());

    @Override
    public String id() {
        return "document-search";
    }

    @Override
    public Day day(long seed, boolean quick) {
        return new ScriptedDay(seed, quick ? Timetable.QUICK : Timetable.FULL).build();
    }

    @Override
    public List<Criterion> criteria() {
        return CHECKS.stream().map(Check::criterion).toList();
    }

    @Override
    public List<Measure> measure(RunLog log, List<LedgerEntry> ledger) {
        Evidence evidence = Evidence.of(log, ledger);
        return CHECKS.stream().map(check -> check.measure(evidence)).toList();
    }

    @Override
    public List<Figure> figures(RunLog log, List<LedgerEntry> ledger) {
        return new Pictures(Evidence.of(log, ledger), log.header().seed()).all();
    }

    @Override
    public boolean certifies(long seed) {
        return Certificate.of(day(seed, false)).holds();
    }
}
