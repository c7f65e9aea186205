package touchstone.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * A page that is measured.
 *
 * @param name as it stands in the table
 * @param people numbers of the people who take turns to ask for it
 * @param paths its addresses, asked for in turn; with one address for each of the people where {@code own} is true
 * @param aimMillis most that its p99 should be
 */
record WebPage(String name, People people, List<String> paths, boolean own, double aimMillis) {

    private static final double AIM = 100;
    private static final double DEBRIEF_AIM = 150;

    /** Ranges of people whom the filler makes. */
    enum People {
        INTERVIEWER(0, 20),
        RECRUITER(300, 320),
        HIRING_MANAGER(320, 340),
        ADMINISTRATOR(340, 360);

        final int from;
        final int to;

        People(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    /** Every main page with addresses that lead to many different rows. */
    static List<WebPage> all(WebApplication web) throws SQLException, IOException {
        List<String> openings =
                web.column("select id from hiring.opening where draft is not null order by md5(id::text)");
        List<String> candidates = web.column("select id from hiring.candidate order by md5(id::text) limit 500");
        List<String> applications = web.column("select id from hiring.application order by md5(id::text) limit 500");
        List<String> debriefs = web.column("""
            select id from hiring.application where stage_kind = 'debrief' order by md5(id::text) limit 500
            """);
        List<String> due = web.column("select md5('due/' || n || '/') ::uuid from generate_series(0, 19) as n");
        return List.of(
                page("/", "/ (recruiter)", People.RECRUITER),
                page("/", "/ (interviewer)", People.INTERVIEWER),
                page("/openings", "/openings", People.RECRUITER),
                pages("/openings/{id}", openings, People.RECRUITER),
                pages("/openings/{id}/plan", openings, People.HIRING_MANAGER),
                page("/board", "/board", People.RECRUITER),
                pages("/board?opening={id}", openings, People.RECRUITER),
                page("/candidates", "/candidates", People.RECRUITER),
                pages(
                        "/candidates?q={id}",
                        List.of("kamau", "lea", "candidate-77", "Tanaka+19", "zzz"),
                        People.RECRUITER),
                pages("/candidates/{id}", candidates, People.RECRUITER),
                pages("/applications/{id}", applications, People.HIRING_MANAGER),
                page("/interviews", "/interviews", People.INTERVIEWER),
                own("/interviews/{id}", due),
                own("/interviews/{id}/scorecard", due),
                new WebPage(
                        "/applications/{id}/debrief",
                        People.HIRING_MANAGER,
                        filled("/applications/{id}/debrief", debriefs),
                        false,
                        DEBRIEF_AIM),
                page("/catalogue", "/catalogue", People.INTERVIEWER),
                pages(
                        "/catalogue/questions?text={id}",
                        List.of("retrieval", "cost", "evaluation", ""),
                        People.INTERVIEWER),
                page("/requirements", "/requirements", People.INTERVIEWER),
                page("/people", "/people", People.ADMINISTRATOR),
                page("/audit", "/audit", People.ADMINISTRATOR),
                page("/outbox", "/outbox", People.ADMINISTRATOR));
    }

    private static WebPage page(String path, String name, People people) {
        return new WebPage(name, people, List.of(path), false, AIM);
    }

    private static WebPage pages(String name, List<String> ids, People people) {
        return new WebPage(name, people, filled(name, ids), false, AIM);
    }

    private static WebPage own(String name, List<String> ids) {
        return new WebPage(name, People.INTERVIEWER, filled(name, ids), true, AIM);
    }

    private static List<String> filled(String name, List<String> ids) {
        return ids.stream().map(id -> name.replace("{id}", id)).toList();
    }

    /** The address of the request of that number. */
    String path(int number) {
        return paths.get(number % paths.size());
    }

    /** Who sends the request of that number, counted from 0 within their role. */
    int person(int number) {
        return own ? number % paths.size() : number % (people.to - people.from);
    }
}
