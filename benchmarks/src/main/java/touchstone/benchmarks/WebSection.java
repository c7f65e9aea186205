package touchstone.benchmarks;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the section on the web application into docs/benchmarks.md, which other benchmarks write too. */
final class WebSection {

    static final String NAME = "web application";

    private static final long MEMORY_AIM_MEBIBYTES = 700;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private WebSection() {}

    /** How much was in the database. */
    record Size(long openings, long applications, long ratings) {}

    /** @param mebibytes resident memory of the application at the end, without its database */
    record Results(int seconds, int warmup, List<OpenLoop.Seen> pages, Autosaving.Seen saves, long mebibytes) {}

    static String of(Surroundings where, Instant when, Size size, Results results) {
        Autosaving.Seen saves = results.saves();
        String rows = results.pages().stream().map(WebSection::row).collect(Collectors.joining());
        return """
            ## The web application

            `make bench-web` measures this section by itself: %s, %s. The load average of the minute before was %s.
            The application (-XX:+UseSerialGC -Xmx400m), its embedded PostgreSQL, the load and whatever else the machine
            had to do share the processors, so that these figures are upper bounds.

            %,d openings, %,d applications, %,d ratings with evidence; 368 accounts. The audit log holds the sign-ins of
            the run only. Pages are asked for %d times a second by 20 people in turn for %d s after %d s of warm-up,
            open loop: a time counts from when the request was to be sent until the last byte, compressed.

            | page | p50 ms | p99 ms | failed | aim: p99 at most |
            | --- | ---: | ---: | ---: | --- |
            %s
            %d interviewers saved their drafts every 5 s for %d s (the aim asks for 600 s): %,d saves, p50 %.1f ms,
            p99 %.1f ms, %d refused. Drafts in the database that are not the last confirmed one: **%d**. Aim: 0; %s.

            Resident memory of the application at the end, without the database: **%d MiB**. Aim: at most %d; %s.
            """.formatted(
                        DATE.format(when),
                        where.machine(),
                        where.load(),
                        size.openings(),
                        size.applications(),
                        size.ratings(),
                        OpenLoop.RATE,
                        results.seconds(),
                        results.warmup(),
                        rows,
                        saves.interviewers(),
                        saves.seconds(),
                        saves.saves(),
                        saves.p50Millis(),
                        saves.p99Millis(),
                        saves.refused(),
                        saves.lost(),
                        verdict(saves.lost() == 0 && saves.refused() == 0),
                        results.mebibytes(),
                        MEMORY_AIM_MEBIBYTES,
                        verdict(results.mebibytes() <= MEMORY_AIM_MEBIBYTES));
    }

    private static String row(OpenLoop.Seen seen) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %d | %.0f; %s |%n",
                seen.name(),
                seen.p50Millis(),
                seen.p99Millis(),
                seen.failed(),
                seen.aimMillis(),
                verdict(seen.isMet()));
    }

    private static String verdict(boolean met) {
        return met ? "met" : "not met";
    }
}
