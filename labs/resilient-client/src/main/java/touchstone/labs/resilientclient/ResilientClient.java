package touchstone.labs.resilientclient;

import java.util.List;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Lab;
import touchstone.runner.lab.Measure;
import touchstone.runner.run.RunLog;
import touchstone.simulator.ledger.LedgerEntry;

/** The lab's door: its day, its criteria, its measures. */
public final class ResilientClient implements Lab {

    /** The model that solutions should use first. */
    static final String PRIMARY = "sim-medium";

    private static final List<Check> CHECKS = List.of(
            new WaitsAsToldCheck(),
            new HopelessCallsCheck(),
            new BackoffCheck(),
            new OutageCallsCheck(),
            new RecoveryCheck(),
            new DeadlineCheck(),
            new TruncationCheck(),
            new MalformedCheck(),
            new FallbackCheck(),
            new RateShapingCheck(),
            new SpendCheck(),
            new IsolationCheck(),
            new DegradationCheck());

    @Override
    public String id() {
        return "resilient-client";
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
}
