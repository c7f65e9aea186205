package touchstone.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the benchmark of the web application and writes its section of docs/benchmarks.md. Its arguments are the
 * repository's root folder and then, as {@code name=value}: {@code seconds} for each page (20), {@code warmup} seconds for
 * each page (3), {@code autosave} seconds (600), {@code pages} a part of the names of the pages to measure (all; the section
 * is then only printed), {@code data} a data folder that is kept for the next run, and {@code pause}, after how many seconds
 * of measuring to wait for a line on standard input, so that other work on the machine has its turn.
 */
public final class WebBenchmark {

    private static final int INTERVIEWERS = 300;

    private final WebApplication web;
    private final Map<String, String> options;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private int sincePause = Integer.MAX_VALUE / 2;

    private WebBenchmark(WebApplication web, Map<String, String> options) {
        this.web = web;
        this.options = options;
    }

    static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Logger.getLogger("").setLevel(Level.WARNING);
        Map<String, String> options = Stream.of(arguments)
                .skip(1)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Path data = options.containsKey("data")
                ? Path.of(options.get("data")).toAbsolutePath()
                : Files.createTempDirectory("touchstone-bench-web");
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        Surroundings where = Surroundings.look();
        try (WebApplication web = WebApplication.start(home, data)) {
            String section = new WebBenchmark(web, options).run(where);
            System.out.println(section);
            if (!options.containsKey("pages")) {
                Sections.write(home.resolve("docs").resolve("benchmarks.md"), WebSection.NAME, section);
            }
        } finally {
            if (!options.containsKey("data")) {
                delete(data);
            }
        }
    }

    private String run(Surroundings where) throws SQLException, IOException, InterruptedException, ExecutionException {
        say("filling");
        web.fill();
        WebSection.Size size = new WebSection.Size(
                count("hiring.opening"),
                count("hiring.application"),
                Long.parseLong(web.column("select sum(jsonb_array_length(content->'ratings'))"
                                + " from interview.scorecard_revision")
                        .getFirst()));
        say("signing in; " + size);
        List<Visitor> interviewers = signIn(0, INTERVIEWERS);
        List<Visitor> staff = signIn(WebPage.People.RECRUITER.from, WebPage.People.ADMINISTRATOR.to);
        List<OpenLoop.Seen> pages = new ArrayList<>();
        int seconds = option("seconds", 20);
        int warmup = option("warmup", 3);
        for (WebPage page : WebPage.all(web)) {
            if (page.name().contains(options.getOrDefault("pages", ""))) {
                pause(seconds + warmup);
                List<Visitor> people = page.people() == WebPage.People.INTERVIEWER
                        ? interviewers.subList(0, WebPage.People.INTERVIEWER.to)
                        : staff.subList(page.people().from - INTERVIEWERS, page.people().to - INTERVIEWERS);
                OpenLoop.run(page, people, warmup);
                pages.add(OpenLoop.run(page, people, seconds));
                say(pages.getLast().toString());
            }
        }
        int saving = option("autosave", 600);
        pause(saving);
        Autosaving.Seen saves = Autosaving.run(web, interviewers, saving);
        say(saves.toString());
        return WebSection.of(
                where,
                Clock.systemUTC().instant(),
                size,
                new WebSection.Results(
                        seconds, warmup, pages, saves, web.program().residentMebibytes()));
    }

    private long count(String table) throws SQLException, IOException {
        return Long.parseLong(web.column("select count(*) from " + table).getFirst());
    }

    private List<Visitor> signIn(int from, int to) throws IOException, InterruptedException {
        List<Visitor> people = new ArrayList<>();
        for (int person = from; person < to; person++) {
            people.add(Visitor.signIn(client, web.port(), person));
        }
        return people;
    }

    private void pause(int coming) throws IOException {
        if (options.containsKey("pause") && sincePause + coming > option("pause", 0)) {
            say("paused");
            input.readLine();
            sincePause = 0;
        }
        sincePause += coming;
    }

    private int option(String name, int usual) {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(usual)));
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
