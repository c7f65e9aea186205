package touchstone.platform.home.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import touchstone.platform.shared.Role;

/** Everybody in the example organisation. All names are invented. */
final class Cast {

    private Cast() {}

    /**
     * Somebody who works there.
     *
     * @param severity how many points lower than the others this interviewer rates
     */
    record Colleague(String name, Set<Role> roles, String zone, double severity) {
        String email() {
            return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        }

        ZoneId zoneId() {
            return ZoneId.of(zone);
        }
    }

    /**
     * Somebody who applied.
     *
     * @param ability the rating that an average interviewer would give on the whole
     * @param end what became of the application
     * @param stages how many stages of the plan are behind them; negative counts from the last
     */
    record Applicant(String name, double ability, End end, int stages) {
        String email() {
            return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.com";
        }
    }

    /** What became of an application. */
    enum End {
        GOES_ON,
        WITHDREW,
        REJECTED,
        HIRED,
        OFFERED_LOWER
    }

    static final List<Colleague> COLLEAGUES = List.of(
            new Colleague("Ada Lindqvist", Set.of(Role.ADMINISTRATOR, Role.RECRUITER), "Europe/Stockholm", 0),
            new Colleague("Rafael Moura", Set.of(Role.RECRUITER), "Europe/Lisbon", 0),
            new Colleague("Ingrid Solheim", Set.of(Role.HIRING_MANAGER, Role.INTERVIEWER), "Europe/Oslo", 0.1),
            new Colleague("Tomasz Zielinski", Set.of(Role.INTERVIEWER), "Europe/Warsaw", 0.9),
            new Colleague("Priya Raman", Set.of(Role.INTERVIEWER), "Asia/Kolkata", -0.5),
            new Colleague("Noor van Dijk", Set.of(Role.INTERVIEWER), "Europe/Amsterdam", 0),
            new Colleague("Samuel Okafor", Set.of(Role.INTERVIEWER), "Africa/Lagos", -0.1),
            new Colleague("Hana Kimura", Set.of(Role.BAR_RAISER, Role.INTERVIEWER), "Asia/Tokyo", 0.3));

    /** A site that interviews by itself. */
    static final List<Colleague> LISBON = List.of(
            new Colleague("Beatriz Lobo", Set.of(Role.RECRUITER), "Europe/Lisbon", 0),
            new Colleague("Nuno Faria", Set.of(Role.HIRING_MANAGER, Role.INTERVIEWER), "Europe/Lisbon", -0.2),
            new Colleague("Carla Mendes", Set.of(Role.INTERVIEWER), "Europe/Lisbon", 0.2));

    /** Another one; the two have never met over a candidate. */
    static final List<Colleague> SINGAPORE = List.of(
            new Colleague("Wei Ling Tan", Set.of(Role.RECRUITER), "Asia/Singapore", 0),
            new Colleague("Arjun Nair", Set.of(Role.HIRING_MANAGER, Role.INTERVIEWER), "Asia/Singapore", 0.4),
            new Colleague("Siti Rahman", Set.of(Role.INTERVIEWER), "Asia/Singapore", 0.1));

    static List<Colleague> everybody() {
        return Stream.of(COLLEAGUES, LISBON, SINGAPORE).flatMap(List::stream).toList();
    }

    static final List<Applicant> FOR_SEARCH = List.of(
            new Applicant("Lea Brandt", 3.2, End.GOES_ON, 0),
            new Applicant("Marco Bellini", 2.9, End.GOES_ON, 0),
            new Applicant("Yusuf Demir", 3.5, End.GOES_ON, 1),
            new Applicant("Chloe Martin", 3.1, End.GOES_ON, 2),
            new Applicant("Anders Holm", 3.6, End.GOES_ON, 2),
            new Applicant("Wanjiru Kamau", 4.1, End.GOES_ON, 3),
            new Applicant("Pavel Novak", 2.7, End.GOES_ON, 4),
            new Applicant("Sofia Reyes", 3.9, End.GOES_ON, 5),
            new Applicant("Daniel Cohen", 3.4, End.GOES_ON, 6),
            new Applicant("Mei Tanaka", 3.8, End.GOES_ON, -2),
            new Applicant("Olena Koval", 3.3, End.GOES_ON, -2),
            new Applicant("Leila Sato", 4.2, End.GOES_ON, -2),
            new Applicant("Elif Arslan", 4.3, End.HIRED, -2),
            new Applicant("Jonas Weber", 3.5, End.OFFERED_LOWER, -2),
            new Applicant("Grace Nolan", 2.1, End.REJECTED, -2),
            new Applicant("Ivan Petrov", 3.0, End.WITHDREW, 3));

    static final List<Applicant> FOR_RANKING = List.of(
            new Applicant("Amara Diallo", 3.4, End.GOES_ON, 0),
            new Applicant("Luca Ferri", 2.8, End.GOES_ON, 1),
            new Applicant("Katarina Horvat", 3.7, End.GOES_ON, 3),
            new Applicant("Bilal Ahmed", 3.2, End.GOES_ON, -2));

    static final List<Applicant> FOR_SPEECH_IN_LISBON = List.of(
            new Applicant("Ines Cardoso", 3.6, End.GOES_ON, -2), new Applicant("Tiago Sousa", 3.0, End.GOES_ON, -2));

    static final List<Applicant> FOR_SPEECH_IN_SINGAPORE = List.of(
            new Applicant("Mei Xuan Lim", 3.7, End.GOES_ON, -2), new Applicant("Farid Hassan", 3.1, End.GOES_ON, -2));
}
