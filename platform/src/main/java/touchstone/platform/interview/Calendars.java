package touchstone.platform.interview;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.PublicAddress;

/** Calendar files of interviews: one for people of the organisation, and one for the candidate that names no page of ours. */
@Service
@Transactional(readOnly = true)
public class Calendars {

    /** Media type of a calendar file. */
    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Accounts accounts;
    private final InterviewRows rows;
    private final Room room;
    private final PublicAddress address;

    Calendars(
            JdbcClient jdbc,
            InstantSource clock,
            Accounts accounts,
            InterviewRows rows,
            Room room,
            PublicAddress address) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.rows = rows;
        this.room = room;
        this.address = address;
    }

    private record Stored(int sequence, UUID organiser) {}

    /**
     * The calendar file of an interview that the person who acts may see.
     *
     * @throws touchstone.platform.shared.Refusal when it is missing, or not for this person
     */
    public String file(UUID interview) {
        if (Acting.person().is(Role.CANDIDATE)) {
            throw InterviewRows.missing();
        }
        Interview found = rows.get(interview);
        return forStaff(room.candidacy(found), found);
    }

    String forStaff(Candidacy candidacy, Interview interview) {
        String path = "/interviews/" + interview.id();
        String stage = Room.stage(candidacy, interview).title();
        Map<UUID, Account> known = accounts.all().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        List<CalendarFile.Guest> invited = interview.seats().stream()
                .map(Interview.Seat::account)
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .map(account -> new CalendarFile.Guest(account.name(), account.email()))
                .toList();
        return file(
                interview,
                stage + ": " + candidacy.candidate().name(),
                candidacy.opening().title() + "\n" + address.of(path),
                Optional.of(address.of(path)),
                invited);
    }

    String forCandidate(Candidacy candidacy, Interview interview) {
        return file(
                interview,
                Room.stage(candidacy, interview).title() + ": "
                        + candidacy.opening().title(),
                candidacy.opening().title(),
                Optional.empty(),
                List.of(new CalendarFile.Guest(
                        candidacy.candidate().name(), candidacy.candidate().email())));
    }

    private String file(
            Interview interview,
            String summary,
            String description,
            Optional<String> url,
            List<CalendarFile.Guest> invited) {
        Stored stored = jdbc.sql(
                        "select sequence, organiser from interview.interview where organisation_id = ? and id = ?")
                .params(Acting.organisation(), interview.id())
                .query((row, number) -> new Stored(row.getInt("sequence"), row.getObject("organiser", UUID.class)))
                .single();
        CalendarFile.Guest organiser = accounts.find(stored.organiser())
                .map(account -> new CalendarFile.Guest(account.name(), account.email()))
                .orElse(new CalendarFile.Guest("Touchstone", "touchstone@localhost"));
        CalendarFile.Method method = interview.state() == Interview.State.CANCELLED
                ? CalendarFile.Method.CANCEL
                : CalendarFile.Method.REQUEST;
        return new CalendarFile(
                        method,
                        interview.id(),
                        stored.sequence(),
                        clock.instant(),
                        new CalendarFile.Event(
                                interview.slot().startsAt(),
                                interview.slot().endsAt(),
                                summary,
                                description,
                                interview.slot().place(),
                                url),
                        new CalendarFile.Guests(organiser, invited))
                .text();
    }
}
