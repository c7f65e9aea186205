package touchstone.benchmarks;

import java.util.List;

/**
 * Everything that one run of the benchmarks measured.
 *
 * @param sandboxes none first
 */
record Results(
        Throughput.Result throughput,
        List<Streams.Row> streams,
        RunnerOverhead.Result runner,
        List<SandboxCost.Result> sandboxes) {}
