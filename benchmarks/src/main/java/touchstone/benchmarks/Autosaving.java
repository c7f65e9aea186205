package touchstone.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;
import touchstone.measurement.interval.Quantile;

/** Interviewers who fill in their scorecards at once; each page saves its draft every five seconds. */
final class Autosaving {

    private static final long EVERY_NANOS = 5_000_000_000L;
    private static final String COMPETENCY = "communication";

    private Autosaving() {}

    /**
     * What was seen.
     *
     * @param lost interviewers whose draft in the database is not the last one that was confirmed to them
     */
    record Seen(int interviewers, int seconds, int saves, double p50Millis, double p99Millis, int refused, int lost) {}

    /** One interviewer's last confirmed draft. */
    private record Confirmed(int person, int version, String summary, int refused) {}

    /** {@code people}: interviewers, the one with the number 0 first. */
    static Seen run(WebApplication web, List<Visitor> people, int seconds)
            throws InterruptedException, ExecutionException, SQLException, IOException {
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        List<Future<Confirmed>> running = new ArrayList<>();
        List<String> interviews = web.column(
                "select md5('due/' || n || '/')::uuid from generate_series(0, ?) as n order by n", people.size() - 1);
        List<String> before = drafts(web, "draft_version::text", people.size());
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < people.size(); person++) {
                int number = person;
                long first = begun + EVERY_NANOS * person / people.size();
                running.add(threads.submit(() -> save(
                        people.get(number),
                        "/interviews/" + interviews.get(number) + "/scorecard/draft",
                        new Confirmed(number, version(before.get(number)), "", 0),
                        first,
                        begun + seconds * 1_000_000_000L,
                        millis)));
            }
        }
        List<String> versions = drafts(web, "draft_version::text", people.size());
        List<String> summaries = drafts(web, "draft->>'summary'", people.size());
        int refused = 0;
        int lost = 0;
        for (Future<Confirmed> one : running) {
            Confirmed last = one.get();
            refused += last.refused();
            boolean kept = version(versions.get(last.person())) == last.version()
                    && summaries.get(last.person()).equals(last.summary());
            lost += kept ? 0 : 1;
        }
        double[] sample = millis.stream().mapToDouble(Double::doubleValue).toArray();
        return new Seen(
                people.size(),
                seconds,
                sample.length,
                Quantile.of(sample, 0.5),
                Quantile.of(sample, 0.99),
                refused,
                lost);
    }

    private static int version(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static List<String> drafts(WebApplication web, String what, int people) throws SQLException, IOException {
        return web.column(
                "select " + what + " from generate_series(0, ?) as n left join interview.scorecard c"
                        + " on c.interview_id = md5('due/' || n || '/')::uuid order by n",
                people - 1);
    }

    private static Confirmed save(
            Visitor visitor, String path, Confirmed start, long first, long end, ConcurrentLinkedQueue<Double> millis)
            throws InterruptedException, IOException {
        Confirmed last = start;
        StringBuilder words = new StringBuilder("Draft of person " + start.person() + " begun at " + first + ".");
        for (long planned = first; planned < end; planned += EVERY_NANOS) {
            long left = planned - System.nanoTime();
            if (left > 0) {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            }
            words.append(" More words, as somebody writes them: ").append(last.version());
            String summary = words.toString();
            HttpResponse<String> answer = visitor.put(
                    path,
                    "{\"version\":" + last.version() + ",\"fields\":{\"summary\":\"" + summary + "\",\"rating-"
                            + COMPETENCY
                            + "\":\"" + (1 + last.version() % 5) + "\",\"evidence-" + COMPETENCY
                            + "\":\"Named the cost of a request before being asked.\"}}");
            millis.add((System.nanoTime() - planned) / 1e6);
            last = answer.statusCode() == 200
                    ? new Confirmed(
                            last.person(),
                            JsonMapper.shared()
                                    .readTree(answer.body())
                                    .path("version")
                                    .asInt(),
                            summary,
                            last.refused())
                    : new Confirmed(last.person(), last.version(), last.summary(), last.refused() + 1);
        }
        return last;
    }
}
