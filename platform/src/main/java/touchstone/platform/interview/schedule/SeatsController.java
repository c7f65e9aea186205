package touchstone.platform.interview.schedule;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** Who takes part in an interview that is arranged: somebody falls ill, somebody else steps in. */
@Controller
class SeatsController {

    private final Interviews interviews;
    private final Applications applications;
    private final Interviewers interviewers;

    SeatsController(Interviews interviews, Applications applications, Interviewers interviewers) {
        this.interviews = interviews;
        this.applications = applications;
        this.interviewers = interviewers;
    }

    @GetMapping("/interviews/{id}/seats")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page(@PathVariable UUID id) {
        Interview interview = interviews.get(id);
        if (interview.state() != Interview.State.SCHEDULED) {
            throw Refusal.conflict("interview.over");
        }
        Candidacy candidacy = applications.get(interview.application());
        PlanStage stage = candidacy
                .plan()
                .stage(interview.stage())
                .orElseThrow(() -> Refusal.invalid("interview.schedule.no-stage"));
        Interviewers.Choice choice = interviewers.of(candidacy, stage, interview.slot());
        return Screen.of(
                "interview/schedule/seats",
                new SeatsView(
                        interview,
                        candidacy,
                        stage.title(),
                        calm(choice.pool(), interview),
                        calm(choice.others(), interview)));
    }

    @PostMapping("/interviews/{id}/seats")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String change(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> fields,
            RedirectAttributes redirect) {
        Map<UUID, Interview.Seat.Capacity> seats = ScheduleController.seats(fields);
        if (!seated(interviews.get(id)).equals(seats)) {
            interviews.reseat(id, seats, version);
        }
        return Screen.said(redirect, "/interviews/" + id, "interview.said.reseated");
    }

    static Map<UUID, Interview.Seat.Capacity> seated(Interview interview) {
        return interview.seats().stream().collect(Collectors.toMap(Interview.Seat::account, Interview.Seat::capacity));
    }

    /** Whoever has a seat clashes with nothing but this interview itself. */
    private static List<ScheduleView.Row> calm(List<ScheduleView.Row> rows, Interview interview) {
        Map<UUID, Interview.Seat.Capacity> seated = seated(interview);
        return rows.stream()
                .map(row -> seated.containsKey(row.account())
                        ? new ScheduleView.Row(
                                row.account(),
                                row.name(),
                                row.when(),
                                row.training(),
                                row.week(),
                                new ScheduleView.Signs(
                                        false,
                                        row.signs().unusual(),
                                        row.signs().barRaiser(),
                                        row.signs().ownTeam()))
                        : row)
                .toList();
    }
}
