package touchstone.platform.interview;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Notice;

/** Tells the interviewers and the candidate about an interview, each with a calendar file and in their own time zone. */
@Component
final class Invitations {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    /** What is told. */
    enum News {
        SCHEDULED,
        MOVED,
        CANCELLED
    }

    private final ApplicationEventPublisher events;
    private final Accounts accounts;
    private final Calendars calendars;

    Invitations(ApplicationEventPublisher events, Accounts accounts, Calendars calendars) {
        this.events = events;
        this.accounts = accounts;
        this.calendars = calendars;
    }

    /** Tells everybody who takes part. */
    void tell(News news, Candidacy candidacy, Interview interview) {
        tellSeats(news, candidacy, interview, interview.seats());
        Candidacy.Subject candidate = candidacy.candidate();
        events.publishEvent(new Notice(
                candidate.email(),
                candidate.name(),
                key("candidate", news),
                arguments(candidacy, interview, candidacy.opening().title(), candidate.zone()),
                Optional.empty(),
                attachment(calendars.forCandidate(candidacy, interview)),
                Optional.of(candidate.id())));
    }

    /** Tells some of the interviewers. */
    void tellSeats(News news, Candidacy candidacy, Interview interview, List<Interview.Seat> seats) {
        Map<UUID, Account> known = accounts.all().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        String file = calendars.forStaff(candidacy, interview);
        for (Interview.Seat seat : seats) {
            Account account = known.get(seat.account());
            if (account != null && account.active()) {
                events.publishEvent(new Notice(
                        account.email(),
                        account.name(),
                        key("interviewer", news),
                        arguments(candidacy, interview, candidacy.candidate().name(), account.zone()),
                        news == News.CANCELLED ? Optional.empty() : Optional.of("/interviews/" + interview.id()),
                        attachment(file),
                        Optional.of(candidacy.candidate().id())));
            }
        }
    }

    private static String key(String to, News news) {
        return "interview.notice." + to + "." + news.name().toLowerCase(Locale.ROOT);
    }

    /** Stage, whom or what for, when, minutes, place. */
    private static List<Object> arguments(Candidacy candidacy, Interview interview, String other, ZoneId zone) {
        return List.of(
                Room.stage(candidacy, interview).title(),
                other,
                when(interview, zone),
                interview.slot().minutes(),
                interview.slot().place());
    }

    static String when(Interview interview, ZoneId zone) {
        return WHEN.format(interview.slot().startsAt().atZone(zone)) + " " + zone.getId();
    }

    private static Optional<Notice.Attachment> attachment(String file) {
        return Optional.of(new Notice.Attachment("interview.ics", Calendars.MEDIA_TYPE, file));
    }
}
