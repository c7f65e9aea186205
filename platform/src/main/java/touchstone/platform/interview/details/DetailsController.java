package touchstone.platform.interview.details;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Calendars;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.interview.schedule.SlotForm;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class DetailsController {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final Interviews interviews;
    private final Applications applications;
    private final Scorecards scorecards;
    private final Calendars calendars;
    private final InstantSource clock;

    DetailsController(
            Interviews interviews,
            Applications applications,
            Scorecards scorecards,
            Calendars calendars,
            InstantSource clock) {
        this.interviews = interviews;
        this.applications = applications;
        this.scorecards = scorecards;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/interviews/{id}")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER, Role.ADMINISTRATOR})
    ModelAndView page(@PathVariable UUID id) {
        Interview interview = interviews.get(id);
        Candidacy candidacy = applications.get(interview.application());
        return Screen.of(
                "interview/details/details",
                new DetailsView(
                        interview,
                        candidacy,
                        candidacy
                                .plan()
                                .stage(interview.stage())
                                .map(PlanStage::title)
                                .orElse(interview.stage()),
                        times(interview, candidacy),
                        seats(interview),
                        may(interview)));
    }

    @GetMapping("/interviews/{id}/calendar.ics")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER, Role.ADMINISTRATOR})
    ResponseEntity<String> calendar(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, Calendars.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"interview.ics\"")
                .body(calendars.file(id));
    }

    @PostMapping("/interviews/{id}/slot")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String reschedule(
            @PathVariable UUID id,
            @ModelAttribute SlotForm form,
            @RequestParam int version,
            RedirectAttributes redirect) {
        interviews.reschedule(id, form.slot(), version);
        return Screen.said(redirect, "/interviews/" + id, "interview.said.moved");
    }

    @PostMapping("/interviews/{id}/took-place")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER, Role.ADMINISTRATOR})
    String tookPlace(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
        interviews.tookPlace(id, version);
        return Screen.said(redirect, "/interviews/" + id, "interview.said.took-place");
    }

    @PostMapping("/interviews/{id}/no-show")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER, Role.ADMINISTRATOR})
    String noShow(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
        interviews.noShow(id, version);
        return Screen.said(redirect, "/interviews/" + id, "interview.said.no-show");
    }

    @PostMapping("/interviews/{id}/cancel")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String cancel(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
        interviews.cancel(id, version);
        return Screen.said(redirect, "/interviews/" + id, "interview.said.cancelled");
    }

    private static DetailsView.Times times(Interview interview, Candidacy candidacy) {
        Interview.Slot slot = interview.slot();
        ZonedDateTime agreed = slot.startsAt().atZone(slot.zone());
        return new DetailsView.Times(
                at(slot.startsAt(), slot.zone()),
                at(slot.startsAt(), candidacy.candidate().zone()),
                agreed.toLocalDate().toString(),
                agreed.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    private static String at(Instant instant, ZoneId zone) {
        return WHEN.format(instant.atZone(zone)) + " " + zone.getId();
    }

    private List<DetailsView.SeatRow> seats(Interview interview) {
        List<Scorecards.Missing> missing =
                scorecards.visible(interview.application()).missing();
        return interview.seats().stream()
                .map(seat -> new DetailsView.SeatRow(seat, card(interview, seat, missing)))
                .toList();
    }

    private static DetailsView.Card card(Interview interview, Interview.Seat seat, List<Scorecards.Missing> missing) {
        if (!seat.capacity().counts()) {
            return DetailsView.Card.PRACTICE;
        }
        if (interview.state() != Interview.State.TOOK_PLACE) {
            return DetailsView.Card.NOT_YET;
        }
        boolean due = missing.stream()
                .anyMatch(one -> one.interview().equals(interview.id())
                        && one.author().account().equals(seat.account()));
        return due ? DetailsView.Card.DUE : DetailsView.Card.SUBMITTED;
    }

    private DetailsView.May may(Interview interview) {
        Person person = Acting.person();
        boolean cancelled = interview.state() == Interview.State.CANCELLED;
        boolean staff = person.isAny(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR);
        boolean seat = interview.seats().stream().anyMatch(one -> one.account().equals(person.id()));
        boolean rates = interview.seats().stream()
                .anyMatch(one ->
                        one.account().equals(person.id()) && one.capacity().counts());
        boolean begun = !interview.slot().startsAt().isAfter(clock.instant());
        return new DetailsView.May(
                seat && !cancelled,
                (staff || rates) && begun && !cancelled,
                staff && interview.state() == Interview.State.SCHEDULED);
    }
}
