package touchstone.benchmarks;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import touchstone.benchmarks.Load.Round;

/** Writes docs/benchmarks.md. */
final class Page {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** The whole page. */
    static String of(Surroundings where, Instant when, Results results) {
        Page page = new Page();
        page.head(where, when);
        page.throughput(results.throughput());
        page.streams(results.streams());
        page.runner(results.runner());
        page.sandboxes(results.sandboxes());
        return page.text.toString();
    }

    private void head(Surroundings where, Instant when) {
        line("# Benchmarks");
        line("");
        line("`make bench` measures everything on this page in one run, side by side on one machine, and writes it.");
        line("Absolute figures belong to the machine; the ratios are what to compare. The sections at the"
                + " end are");
        line("measured and written by themselves, each by the `make` target that it names.");
        line("");
        line("| | |");
        line("| --- | --- |");
        line("| Date | " + DATE.format(when) + " |");
        line("| Machine | " + where.machine() + " |");
        line("| Load average of the minute before | " + where.load() + " |");
        line("| Versions | " + String.join("; ", where.versions()) + " |");
    }

    private void throughput(Throughput.Result result) {
        line("");
        line("## Plain chat completions");
        line("");
        line("`POST /v1/chat/completions`, not streamed, a short prompt, a model card without latency. The peers"
                + " serve the");
        line("simulator's own answer (" + result.bodyBytes()
                + " bytes) as a fixed body, without journal and log; the simulator");
        line("computes it, counts tokens, keeps its limits and writes its ledger. Each server has a JVM of its own"
                + " with a heap of 1 GiB"
                + (Program.pins() ? ", on processor 0; the load comes from processor 1." : "; processors are shared."));
        line("Load: " + result.load() + ", " + Load.CONNECTIONS
                + " connections, closed loop. Rounds are interleaved, after" + " a warm-up of each.");
        line("");
        line("| server | requests/s, each round | median requests/s | p50 ms (median) | p99 ms, each round | failed |");
        line("| --- | --- | ---: | ---: | --- | ---: |");
        for (Throughput.Row row : result.rows()) {
            line("| " + row.title() + " | " + each(row, "%,.0f", Round::perSecond) + " | "
                    + number("%,.0f", row.perSecond()) + " | " + number("%.2f", row.medianMillis()) + " | "
                    + each(row, "%.1f", Round::p99Millis) + " | " + row.failed() + " |");
        }
        line("");
        line(number("The simulator serves **%.1f times**", result.ratio()) + " the requests of the better peer ("
                + result.betterPeer().title() + "). Aim: at least " + number("%.0f", Throughput.AIM) + " times; "
                + verdict(result.ratio() >= Throughput.AIM) + ".");
    }

    private void streams(List<Streams.Row> rows) {
        line("");
        line("## Streams at once");
        line("");
        line(Prompts.TOKENS + " tokens each, one every " + Prompts.GAP_MILLIS
                + " ms, opened over one second; two rounds" + " after three of warm-up.");
        line("The gap is the time from one token's arrival to the next as a client in a process of its own sees it;"
                + " its");
        line("error is the distance from " + Prompts.GAP_MILLIS
                + " ms. Memory is the most that was resident. Server and" + " client share the processors.");
        line("WireMock plays fixed events of equal length through its chunked dribble; it has no streaming of tokens.");
        line("");
        line("| server | streams | whole | mean gap ms | p50 ms | p99 ms | p99 error ms | memory MiB | aims |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        for (Streams.Row row : rows) {
            line("| " + row.title() + " | " + row.streams() + " | " + row.whole() + " of " + row.opened() + " | "
                    + number("%.2f", row.gaps().mean()) + " | "
                    + number("%.2f", row.gaps().median()) + " | "
                    + number("%.2f", row.gaps().p99()) + " | "
                    + number("%.2f", row.gaps().p99Error()) + " | "
                    + row.mebibytes() + " | " + verdict(row.meetsAims()) + " |");
        }
        line("");
        line("Aims: p99 error at most " + number("%.0f", Streams.P99_ERROR_AIM_MILLIS) + " ms, mean gap at most "
                + number("%.1f", Streams.MEAN_AIM_MILLIS) + " ms, memory under " + Streams.MEMORY_AIM_MEBIBYTES
                + " MiB, every token delivered.");
    }

    private void runner(RunnerOverhead.Result run) {
        line("");
        line("## The runner on top of the day");
        line("");
        line("One quick run of " + run.lab() + " with its expert solution (" + run.outcome() + "), sandbox: "
                + run.sandbox() + ".");
        line("");
        line("| part | seconds |");
        line("| --- | ---: |");
        line("| wall time of the run | " + number("%.2f", run.wall()) + " |");
        line("| scripted day | " + number("%.2f", run.day()) + " |");
        line("| drain: last replies after the day's end | " + number("%.2f", run.drain()) + " |");
        line("| **overhead**: all the rest | **" + number("%.2f", run.overhead()) + "** |");
        line("| of it: sandbox and solution until the solution answers | " + number("%.2f", run.start()) + " |");
        line("| of it: simulator's start, two reference measurements, the end | "
                + number("%.2f", run.overhead() - run.start()) + " |");
    }

    private void sandboxes(List<SandboxCost.Result> results) {
        line("");
        line("## The sandbox");
        line("");
        line("A small Python server, medians. In: one request from the host to the program. Out: one call from the"
                + " program");
        line("to the simulated model. Connections stay open.");
        line("");
        line("| sandbox | start to first answer ms | in, ms a request | out, ms a call |");
        line("| --- | ---: | ---: | ---: |");
        for (SandboxCost.Result result : results) {
            line("| " + result.sandbox() + " | " + number("%.0f", result.start()) + " | " + number("%.3f", result.in())
                    + " | " + number("%.3f", result.out()) + " |");
        }
        if (results.size() == 2) {
            SandboxCost.Result none = results.getFirst();
            SandboxCost.Result boxed = results.getLast();
            line("| difference | " + number("%.0f", boxed.start() - none.start()) + " | "
                    + number("%.3f", boxed.in() - none.in()) + " | " + number("%.3f", boxed.out() - none.out()) + " |");
        }
    }

    private static String each(Throughput.Row row, String format, ToDoubleFunction<Round> value) {
        return row.rounds().stream()
                .map(round -> number(format, value.applyAsDouble(round)))
                .collect(Collectors.joining(" / "));
    }

    private static String verdict(boolean met) {
        return met ? "met" : "not met";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
